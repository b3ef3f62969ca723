using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.Session.Trackers;

/// <summary>Issues, as the tracker-bridge service knows them.</summary>
public sealed class TrackerBridge(HttpClient bridge) : IIssueTracker
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "tracker-bridge";

    public async Task<IssueDocument?> FindAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken)
    {
        var lookup = new IssueLookup(project.Id, project.Path, issue, project.Tracker?.Plugin, project.Repo, project.Tracker?.Path);
        try
        {
            return await bridge.AskAsync<IssueLookup, IssueDocument>(
                "/v1/issues/lookup", lookup, (why, inner) => Failed(issue, why, inner), cancellationToken);
        }
        catch (AtheneException refused) when (refused.Type == ErrorTypes.IssueNotFound)
        {
            return null;
        }
    }

    private static AtheneException Failed(string issue, string why, Exception? inner) => new(
        ErrorTypes.IssueFetchFailed, StatusCodes.Status502BadGateway, $"Issue {issue} could not be fetched from the tracker bridge: {why}.",
        "'athene status' shows whether it runs. To go on without the issue, use --prompt.", innerException: inner);
}
