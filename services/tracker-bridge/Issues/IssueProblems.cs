using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>What is said when there is no such issue, or nobody to ask. Pure.</summary>
internal static class IssueProblems
{
    public static AtheneException NotFound(IssueSource source, string issue, string? provider) => new(
        ErrorTypes.IssueNotFound,
        StatusCodes.Status404NotFound,
        $"Project '{source.ProjectId}' has no issue '{issue}'.",
        provider is null or ProviderNames.Local
            ? $"Athene looks for a Markdown file such as '.athene/issues/{Example(issue)}.md' in the project."
            : $"Athene asked {provider}{(source.Repo is { } repo ? $" about {repo}" : "")}. What a token may not see is not there for it either.");

    public static AtheneException NoTracker(IssueSource source) => new(
        ErrorTypes.TrackerNotConfigured,
        StatusCodes.Status422UnprocessableEntity,
        $"Project '{source.ProjectId}' has no issue tracker.",
        "Make a folder '.athene/issues' in it, or set 'repo: owner/name', or 'tracker:' for the project.");

    public static AtheneException UnknownTracker(IssueSource source, string provider, IEnumerable<string> known) => new(
        ErrorTypes.TrackerNotConfigured,
        StatusCodes.Status422UnprocessableEntity,
        $"Project '{source.ProjectId}' has its issues at '{provider}', which this version of Athene cannot ask.",
        $"Supported now: {string.Join(", ", known)}. Or put issues into Markdown files of the folder '.athene/issues' and set "
        + "'tracker: { plugin: local }' for the project.");

    /// <summary>The tracker was asked, and something there went wrong.</summary>
    public static AtheneException Failed(IssueSource source, string what, string why, string hint) => new(
        ErrorTypes.IssueFetchFailed, StatusCodes.Status422UnprocessableEntity, $"{what} of project '{source.ProjectId}' {why}.", hint);

    private static string Example(string issue) => IssueId.Parse(issue)?.Value ?? "7";
}
