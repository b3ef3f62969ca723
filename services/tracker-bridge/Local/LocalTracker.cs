using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>Issues that are Markdown files in the project itself: no account, no network.</summary>
public sealed class LocalTracker : ITracker
{
    /// <summary>More than anybody writes, and little enough to hold in memory.</summary>
    private const int MaxBytes = 1024 * 1024;

    public string Provider => "local";

    public bool IsEvidentIn(IssueLookup lookup) => IssueFolder.Of(lookup) is not null;

    public async Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken)
    {
        if (IssueId.Parse(lookup.Issue) is not { } id || IssueFolder.Of(lookup) is not { } folder) return null;
        var files = folder.FilesOf(id);
        if (files.Count == 0) return null;
        if (files.Count > 1)
        {
            throw Unreadable(lookup, $"{string.Join(" and ", files.Select(Path.GetFileName))} both claim to be it", "Rename or remove all but one of them.");
        }

        var file = new FileInfo(files[0]);
        if (!folder.Holds(file)) throw Unreadable(lookup, $"'{file.Name}' is a link that leads out of its folder", "Replace the link by the file itself.");
        if (file.Length > MaxBytes) throw Unreadable(lookup, $"'{file.Name}' is larger than 1 MiB", "Shorten it.");
        return Describe(folder.IdOf(file, id), file, await File.ReadAllTextAsync(file.FullName, cancellationToken), lookup);
    }

    private static IssueDocument Describe(IssueId id, FileInfo file, string text, IssueLookup lookup)
    {
        var content = IssueText.Parse(text) ?? throw Unreadable(lookup, $"the front matter of '{file.Name}' is not valid YAML", "Correct the lines between '---'.");
        return new IssueDocument(
            id.Value,
            content.Title ?? $"Issue {id.Value}",
            content.Body,
            "local",
            content.IsClosed,
            new Uri(file.FullName).AbsoluteUri,
            content.Author,
            content.Labels,
            content.Branch,
            id.DefaultBranchName);
    }

    private static AtheneException Unreadable(IssueLookup lookup, string why, string hint) => new(
        ErrorTypes.IssueFetchFailed,
        StatusCodes.Status422UnprocessableEntity,
        $"Issue '{lookup.Issue}' of project '{lookup.ProjectId}' cannot be read: {why}.",
        hint);
}
