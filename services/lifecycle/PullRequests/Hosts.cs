using Athene.Configuration.Projects;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.PullRequests;

/// <summary>How a pull request is asked for: what the tracker bridge needs to know of its project comes along. Pure.</summary>
internal static class Hosts
{
    /// <summary>How the project's commits come into its base branch: <c>scm.mergeMethod</c>, else squashed.</summary>
    public static MergeMethod MergeMethodOf(Policy policy) =>
        Enum.TryParse<MergeMethod>(policy.Project?.Scm?.Settings["mergeMethod"]?.ToString(), ignoreCase: true, out var method) ? method : MergeMethod.Squash;

    public static PullRequestLookup LookupOf(Policy policy, string projectId, PullRequestSnapshot pr)
    {
        var place = policy.Project is { } project ? RepositoryPlace.Of(project) : null;
        return new PullRequestLookup(projectId, pr.Url, place?.Provider, pr.Repo, place?.ApiUrl);
    }
}
