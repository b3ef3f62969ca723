using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Api;

/// <summary>Pull requests of projects.</summary>
internal static class PullRequestEndpoints
{
    public static void MapPullRequests(this IEndpointRouteBuilder app)
    {
        var pullRequests = app.MapGroup("/v1/pull-requests");
        pullRequests.MapPost("/lookup", (PullRequestLookup lookup, PullRequestDesk desk, CancellationToken token) => desk.LookupAsync(lookup, token));
        pullRequests.MapPost("/assign", (PullRequestLookup lookup, PullRequestDesk desk, CancellationToken token) => desk.AssignAsync(lookup, token));
        pullRequests.MapPost("/merge", (MergeRequest request, PullRequestDesk desk, CancellationToken token) => desk.MergeAsync(request, token));
        pullRequests.MapPost("/failures", (FailureLookup lookup, PullRequestDesk desk, CancellationToken token) => desk.FailuresAsync(lookup, token));
    }
}
