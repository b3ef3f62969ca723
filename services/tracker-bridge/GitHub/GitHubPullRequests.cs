using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>Pull requests on GitHub, over its REST API.</summary>
public sealed class GitHubPullRequests(GitHubApi api) : IPullRequestHost
{
    public string Provider => "github";

    public async Task<PullRequestDetails?> FindAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken) =>
        await api.FindAsync<GitHubPullRequest>(lookup.ApiUrl, $"{RepositoryName.Parse(lookup.Repo).Path}/pulls/{number}", cancellationToken) is { } found ? Describe(found) : null;

    public async Task<PullRequestAssignment> AssignAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken)
    {
        var user = await api.FindAsync<GitHubUser>(lookup.ApiUrl, "user", cancellationToken) ?? throw NotAssigned(lookup, number, "GitHub does not say whose token this is");
        var issue = await api.PostAsync<GitHubAssignees, GitHubIssue>(
            lookup.ApiUrl, $"{RepositoryName.Parse(lookup.Repo).Path}/issues/{number}/assignees", new GitHubAssignees([user.Login]), cancellationToken);
        // GitHub leaves out, without a word, whom it may not assign.
        return issue.Assignees.Any(assignee => assignee.Login == user.Login)
            ? new PullRequestAssignment(user.Login)
            : throw NotAssigned(lookup, number, $"GitHub does not let {user.Login} be assigned there");
    }

    private static PullRequestDetails Describe(GitHubPullRequest found) => new(
        found.HtmlUrl,
        found.Number,
        StateOf(found),
        found.Title,
        found.Draft,
        found.Head.Ref,
        found.Head.Sha,
        found.Head.Repo?.FullName,
        !string.Equals(found.Head.Repo?.FullName, found.Base.Repo?.FullName, StringComparison.OrdinalIgnoreCase),
        found.Base.Ref,
        found.User?.Login)
    {
        HeadRef = string.Create(CultureInfo.InvariantCulture, $"refs/pull/{found.Number}/head"),
    };

    private static PullRequestState StateOf(GitHubPullRequest found)
    {
        if (found.State == "open") return PullRequestState.Open;
        return found.MergedAt is null ? PullRequestState.Closed : PullRequestState.Merged;
    }

    private static AtheneException NotAssigned(PullRequestLookup lookup, int number, string why) => new(
        ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"Pull request #{number} of {lookup.Repo} could not be assigned: {why}.",
        "Use a token of somebody with write access to the repository.");
}
