using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Hosting.Invocation;

namespace Athene.Session.Trackers;

/// <summary>Issues, as the tracker-bridge service knows them.</summary>
public sealed class TrackerBridge(HttpClient bridge) : IIssueTracker
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "tracker-bridge";

    public async Task<IssueDocument?> FindAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(project, issue, cancellationToken);
        }
        catch (AtheneException refused) when (refused.Type == ErrorTypes.IssueNotFound)
        {
            return null;
        }
    }

    public Task<IssueDocument> GetAsync(ProjectConfiguration project, string issue, CancellationToken cancellationToken) =>
        AskAsync<IssueLookup, IssueDocument>("lookup", new IssueLookup(ProjectSources.Issues(project), issue), $"Issue {issue} could not be fetched", cancellationToken);

    public Task<IssueList> ListAsync(ProjectConfiguration project, IssueFilter filter, CancellationToken cancellationToken) => AskAsync<IssueQuery, IssueList>(
        "list", new IssueQuery(ProjectSources.Issues(project), filter), $"The issues of {project.Id} could not be listed", cancellationToken);

    public Task<IssueDocument> UpdateAsync(ProjectConfiguration project, string issue, IssueChanges changes, CancellationToken cancellationToken) =>
        AskAsync<IssueUpdate, IssueDocument>(
            "update", new IssueUpdate(ProjectSources.Issues(project), issue, changes), $"Issue {issue} could not be changed", cancellationToken);

    public Task<IssueDocument> CreateAsync(ProjectConfiguration project, NewIssue issue, CancellationToken cancellationToken) => AskAsync<IssueCreation, IssueDocument>(
        "create", new IssueCreation(ProjectSources.Issues(project), issue), $"The issue could not be created in {project.Id}", cancellationToken);

    private Task<TAnswer> AskAsync<TQuestion, TAnswer>(string action, TQuestion question, string what, CancellationToken cancellationToken) =>
        bridge.AskAsync<TQuestion, TAnswer>($"/v1/issues/{action}", question, (why, inner) => Failed(what, why, inner), cancellationToken);

    private static AtheneException Failed(string what, string why, Exception? inner) => new(
        ErrorTypes.IssueFetchFailed, StatusCodes.Status502BadGateway, $"{what}: the tracker bridge failed, {why}.",
        "'athene status' shows whether it runs. To spawn without the issue, use --prompt.", innerException: inner);
}
