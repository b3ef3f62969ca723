using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Merge requests on GitLab, which elsewhere are pull requests.</summary>
public sealed class GitLabMergeRequests(GitLabApi api) : IPullRequestHost
{
    public string Provider => ProviderNames.GitLab;

    public async Task<PullRequestDetails?> FindAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken)
    {
        var project = ProjectOf(lookup);
        if (await FindAsync(project, number, cancellationToken) is not { } mr) return null;
        return Describe(mr, await SourceOfAsync(project, mr, cancellationToken));
    }

    public async Task<PullRequestAssignment> AssignAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken)
    {
        var project = ProjectOf(lookup);
        var user = await api.FindAsync<GitLabUser>(project, "user", cancellationToken)
            ?? throw NotAssigned(lookup, number, "GitLab does not say whose token this is");
        var known = await FindAsync(project, number, cancellationToken) ?? throw MergeProblems.NotFound(project.Path, number);
        // A GitLab that allows one alone takes the first.
        var ids = new GitLabAssignment([user.Id, .. (known.Assignees ?? []).Select(assignee => assignee.Id).Where(id => id != user.Id)]);
        var mr = await api.SendAsync<GitLabAssignment, GitLabMergeRequest>(HttpMethod.Put, project, PathOf(project, number), ids, cancellationToken);
        return mr.Assignees?.Any(assignee => assignee.Id == user.Id) is true
            ? new PullRequestAssignment(user.Username)
            : throw NotAssigned(lookup, number, $"GitLab does not let {user.Username} be assigned there");
    }

    /// <summary>The merge request, or null when the project, which the token sees, has none of this number.</summary>
    internal async Task<GitLabMergeRequest?> FindAsync(GitLabProject project, int number, CancellationToken cancellationToken)
    {
        if (await api.FindAsync<GitLabMergeRequest>(project, PathOf(project, number), cancellationToken) is { } found) return found;
        await api.RequireVisibleAsync(project, cancellationToken);
        return null;
    }

    internal GitLabProject ProjectOf(PullRequestLookup lookup) => api.ProjectOf(lookup.Repo, lookup.ApiUrl, lookup.ProjectId);

    internal static string PathOf(GitLabProject project, int number) => project.At(string.Create(CultureInfo.InvariantCulture, $"/merge_requests/{number}"));

    internal static PullRequestState StateOf(GitLabMergeRequest mr)
    {
        if (mr.IsOpen) return PullRequestState.Open;
        return mr.IsMerged ? PullRequestState.Merged : PullRequestState.Closed;
    }

    private async Task<string?> SourceOfAsync(GitLabProject project, GitLabMergeRequest mr, CancellationToken cancellationToken)
    {
        if (!mr.IsFork) return project.Path;
        if (mr.SourceProjectId is not { } id) return null;
        return (await api.FindAsync<GitLabProjectSettings>(project, string.Create(CultureInfo.InvariantCulture, $"projects/{id}"), cancellationToken))?.PathWithNamespace;
    }

    private static PullRequestDetails Describe(GitLabMergeRequest mr, string? source) => new(
        WebAddress.Of(mr.WebUrl) ?? "",
        mr.Iid,
        StateOf(mr),
        mr.Title,
        mr.Draft,
        mr.SourceBranch,
        mr.Sha ?? "",
        source,
        mr.IsFork,
        mr.TargetBranch,
        mr.Author?.Username)
    {
        HeadRef = string.Create(CultureInfo.InvariantCulture, $"refs/merge-requests/{mr.Iid}/head"),
    };

    private static AtheneException NotAssigned(PullRequestLookup lookup, int number, string why) => new(
        ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"Merge request !{number} of {lookup.Repo} could not be assigned: {why}.",
        "Use a token of somebody who is a member of the project.");
}
