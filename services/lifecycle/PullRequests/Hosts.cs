using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.PullRequests;

/// <summary>How a pull request is asked for: what the tracker bridge needs to know of its project comes along. Pure.</summary>
internal static class Hosts
{
    public static PullRequestLookup LookupOf(Policy policy, string projectId, PullRequestSnapshot pr) =>
        new(projectId, pr.Url, policy.Project?.Scm?.Plugin, pr.Repo, policy.Project?.Scm?.Settings["apiUrl"]?.ToString());
}
