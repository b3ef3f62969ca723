using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Hosting.Files;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>Issues that are Markdown files in the project itself: no account, no network. Who writes them may write the project.</summary>
public sealed class LocalTracker(TimeProvider time) : ITracker, IDisposable
{
    /// <summary>More than anybody writes, and little enough to hold in memory.</summary>
    private const int MaxBytes = 1024 * 1024;

    /// <summary>A file is read and written again as one change.</summary>
    private readonly SemaphoreSlim writing = new(1);

    public string Provider => ProviderNames.Local;

    public bool IsEvidentIn(IssueSource source) => IssueFolder.Of(source) is not null;

    public async Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken) =>
        IssueId.Parse(lookup.Issue) is { } id && IssueFolder.Of(lookup.Source) is { } folder
            ? await ReadAsync(folder, id, lookup.Source, cancellationToken)
            : null;

    public async Task<IReadOnlyList<IssueDocument>> ListAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        if (IssueFolder.Of(query.Source) is not { } folder) return [];
        var found = new List<IssueDocument>();
        foreach (var id in folder.Issues())
        {
            if (found.Count == query.Filter.Limit) break;
            if (await ReadAsync(folder, id, query.Source, cancellationToken) is { } issue && IssueMatch.Fits(issue, query.Filter)) found.Add(issue);
        }

        return found;
    }

    public async Task<IssueDocument?> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken)
    {
        if (IssueId.Parse(update.Issue) is not { } id || IssueFolder.Of(update.Source) is not { } folder) return null;
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (FileOf(folder, id, update.Source) is not { } file) return null;
            var text = IssueEdit.Apply(await File.ReadAllTextAsync(file.FullName, cancellationToken), update.Changes, time.GetUtcNow())
                ?? throw BadFrontMatter(update.Source, id, file);
            await ReplaceAsync(RealPath.Of(file.FullName), text, cancellationToken);
        }
        finally
        {
            writing.Release();
        }

        return await ReadAsync(folder, id, update.Source, cancellationToken);
    }

    public async Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken)
    {
        var folder = IssueFolder.OfOrNew(creation.Source);
        var id = await folder.AddAsync(IssueEdit.Write(creation.Issue), cancellationToken);
        return await ReadAsync(folder, id, creation.Source, cancellationToken) ?? throw Unreadable(creation.Source, id, "its file is gone again", "Create it again.");
    }

    public void Dispose() => writing.Dispose();

    private static async Task<IssueDocument?> ReadAsync(IssueFolder folder, IssueId id, IssueSource source, CancellationToken cancellationToken)
    {
        if (FileOf(folder, id, source) is not { } file) return null;
        var content = IssueText.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken)) ?? throw BadFrontMatter(source, id, file);
        var named = folder.IdOf(file, id);
        return new IssueDocument(
            named.Value,
            content.Title ?? $"Issue {named.Value}",
            content.Body,
            ProviderNames.Local,
            content.State,
            new Uri(file.FullName).AbsoluteUri,
            content.Author,
            content.Labels,
            content.Branch,
            named.DefaultBranchName)
        {
            Assignee = content.Assignee,
            Priority = content.Priority,
            AuthorMayWrite = true,
        };
    }

    private static FileInfo? FileOf(IssueFolder folder, IssueId id, IssueSource source)
    {
        var files = folder.FilesOf(id);
        if (files.Count == 0) return null;
        if (files.Count > 1)
            throw Unreadable(source, id, $"{string.Join(" and ", files.Select(Path.GetFileName))} both claim to be it", "Rename or remove all but one of them.");
        var file = new FileInfo(files[0]);
        if (!folder.Holds(file)) throw Unreadable(source, id, $"'{file.Name}' is a link that leads out of its folder", "Replace the link by the file itself.");
        return file.Length <= MaxBytes ? file : throw Unreadable(source, id, $"'{file.Name}' is larger than 1 MiB", "Shorten it.");
    }

    // Whoever reads the file meanwhile sees it as it was or as it is.
    private static async Task ReplaceAsync(string file, string text, CancellationToken cancellationToken)
    {
        var next = $"{file}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(next, text, cancellationToken);
        File.Move(next, file, overwrite: true);
    }

    private static AtheneException BadFrontMatter(IssueSource source, IssueId id, FileInfo file) =>
        Unreadable(source, id, $"the front matter of '{file.Name}' is not valid YAML", "Correct the lines between '---'.");

    private static AtheneException Unreadable(IssueSource source, IssueId id, string why, string hint) =>
        IssueProblems.Failed(source, $"Issue '{id.Value}'", $"cannot be read: {why}", hint);
}
