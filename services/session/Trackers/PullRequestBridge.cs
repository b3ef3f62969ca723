using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.Hosting.Invocation;

namespace Athene.Session.Trackers;

/// <summary>Pull requests, as the tracker-bridge service knows them.</summary>
public sealed class PullRequestBridge(HttpClient bridge) : IPullRequests
{
    public Task<PullRequestDetails> ResolveAsync(ProjectConfiguration project, string reference, CancellationToken cancellationToken) =>
        bridge.AskAsync<PullRequestLookup, PullRequestDetails>(
            "/v1/pull-requests/lookup", ProjectSources.PullRequest(project, reference), (why, inner) => Failed(reference, "looked up", why, inner), cancellationToken);

    public Task<PullRequestAssignment> AssignAsync(ProjectConfiguration project, string reference, CancellationToken cancellationToken) =>
        bridge.AskAsync<PullRequestLookup, PullRequestAssignment>(
            "/v1/pull-requests/assign", ProjectSources.PullRequest(project, reference), (why, inner) => Failed(reference, "assigned", why, inner), cancellationToken);

    private static AtheneException Failed(string reference, string what, string why, Exception? inner) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway,
        $"Pull request {reference} could not be {what} by the tracker bridge: {why}.", "'athene status' shows whether it runs.", innerException: inner);
}
