using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>Answers which issue is meant, whichever tracker a project has.</summary>
public sealed partial class IssueDesk(IEnumerable<ITracker> trackers, ILogger<IssueDesk> logger)
{
    private const string GitHub = "github";

    /// <exception cref="AtheneException">There is no such issue, or the project's tracker is not one that Athene can ask.</exception>
    public async Task<IssueDocument> LookupAsync(IssueLookup lookup, CancellationToken cancellationToken)
    {
        var tracker = Choose(lookup);
        var issue = tracker is null ? null : await tracker.FindAsync(lookup, cancellationToken);
        LogLookedUp(lookup.ProjectId, lookup.Issue, tracker?.Provider ?? "none", issue is not null);
        return issue ?? throw new AtheneException(
            ErrorTypes.IssueNotFound,
            StatusCodes.Status404NotFound,
            $"Project '{lookup.ProjectId}' has no issue '{lookup.Issue}'.",
            $"Athene looks for a Markdown file such as '.athene/issues/{Example(lookup.Issue)}.md' in the project.");
    }

    // A project that says nothing and has issues in its files means these; one on a host means the issues there.
    private ITracker? Choose(IssueLookup lookup)
    {
        if (lookup.Provider is null && trackers.FirstOrDefault(tracker => tracker.IsEvidentIn(lookup)) is { } evident) return evident;
        var provider = lookup.Provider ?? (lookup.Repo is null ? null : GitHub);
        if (provider is null) return null;
        return trackers.FirstOrDefault(tracker => tracker.Provider == provider) ?? throw new AtheneException(
            ErrorTypes.TrackerNotConfigured,
            StatusCodes.Status422UnprocessableEntity,
            $"Project '{lookup.ProjectId}' has its issues at '{provider}', which this version of Athene cannot ask.",
            $"Supported now: {string.Join(", ", trackers.Select(tracker => tracker.Provider))}. Put the issue into a Markdown file "
            + $"'.athene/issues/{Example(lookup.Issue)}.md' and set 'tracker: {{ plugin: local }}' for the project, or spawn with --prompt.");
    }

    private static string Example(string issue) => IssueId.Parse(issue)?.Value ?? "7";
}
