using System.Globalization;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>Issues on GitHub (spec trackers-scm-notifiers.md §2). It knows no work in progress, and no priority.</summary>
public sealed class GitHubIssues(GitHubApi api) : ITracker
{
    private const int PageSize = 100;

    /// <summary>How far a list is read for issues among pull requests.</summary>
    private const int MostPages = 5;

    private static readonly string[] Writers = ["OWNER", "MEMBER", "COLLABORATOR"];

    public string Provider => ProviderNames.GitHub;

    public async Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken) =>
        await FindAsync(lookup.Source, lookup.Issue, cancellationToken) is { } issue ? Describe(issue) : null;

    public async Task<IReadOnlyList<IssueDocument>> ListAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        List<IssueDocument> found = [];
        for (var page = 1; page <= MostPages && found.Count < query.Filter.Limit; page++)
        {
            var path = $"{PathOf(query.Source)}/issues?{QueryOf(query.Filter)}&page={page}";
            var issues = await api.ListAsync<GitHubTrackedIssue>(query.Source.ApiUrl, path, PageSize, cancellationToken);
            found.AddRange(issues.Where(issue => issue.PullRequest is null).Select(Describe));
            if (issues.Count < PageSize) break;
        }

        return [.. found.Take(query.Filter.Limit)];
    }

    public async Task<IssueDocument?> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken)
    {
        var (source, changes) = (update.Source, update.Changes);
        if (await FindAsync(source, update.Issue, cancellationToken) is not { } issue) return null;
        var path = string.Create(CultureInfo.InvariantCulture, $"{PathOf(source)}/issues/{issue.Number}");
        if (changes.Assignee is { } assignee) await AssignAsync(source, path, assignee, cancellationToken);
        if (GitHubIssueState.Of(changes.State) is { } state && changes.State != GitHubIssueState.Read(issue))
            await api.PatchAsync<GitHubIssueState, GitHubTrackedIssue>(source.ApiUrl, path, state, cancellationToken);
        foreach (var label in changes.RemoveLabels ?? [])
            await api.DeleteAsync(source.ApiUrl, $"{path}/labels/{Uri.EscapeDataString(label)}", cancellationToken);
        if (changes.AddLabels is { Count: > 0 } labels)
            await api.PostAsync<GitHubLabels, JsonElement>(source.ApiUrl, $"{path}/labels", new GitHubLabels(labels), cancellationToken);
        if (changes.Comment is { } comment)
            await api.PostAsync<GitHubComment, JsonElement>(source.ApiUrl, $"{path}/comments", new GitHubComment(comment), cancellationToken);
        return await FindAsync(new IssueLookup(source, update.Issue), cancellationToken);
    }

    public async Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken)
    {
        var (source, wanted) = (creation.Source, creation.Issue);
        var issue = new GitHubNewIssue(wanted.Title, wanted.Body, wanted.Labels ?? [], wanted.Assignee is { } assignee ? [assignee] : []);
        return Describe(await api.PostAsync<GitHubNewIssue, GitHubTrackedIssue>(source.ApiUrl, $"{PathOf(source)}/issues", issue, cancellationToken));
    }

    private async Task<GitHubTrackedIssue?> FindAsync(IssueSource source, string issue, CancellationToken cancellationToken)
    {
        if (IssueId.Parse(issue) is not { IsNumber: true } id) return null;
        var repo = PathOf(source);
        if (await api.FindAsync<GitHubTrackedIssue>(source.ApiUrl, $"{repo}/issues/{id.Value}", cancellationToken) is { } found) return found;
        // What is in a repository that the token may not see is not found either.
        return await api.FindAsync<GitHubRepository>(source.ApiUrl, repo, cancellationToken) is null
            ? throw GitHubProblems.Unauthorised($"{source.Repo} is not there, or not for this token")
            : null;
    }

    private async Task AssignAsync(IssueSource source, string path, string assignee, CancellationToken cancellationToken)
    {
        var issue = await api.PostAsync<GitHubAssignees, GitHubTrackedIssue>(source.ApiUrl, $"{path}/assignees", new GitHubAssignees([assignee]), cancellationToken);
        // GitHub leaves out, without a word, whom it may not assign.
        if (issue.Assignees?.Any(user => user.Login.Equals(assignee, StringComparison.OrdinalIgnoreCase)) is not true)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"GitHub does not let '{assignee}' be assigned in {source.Repo}.",
                "Give the login of somebody who may write to the repository.");
        }
    }

    private static string QueryOf(IssueFilter filter)
    {
        List<string> query = ["sort=created", "direction=desc", $"state={filter.State.ToString().ToLowerInvariant()}"];
        if (filter.Labels is { Count: > 0 } labels) query.Add($"labels={Uri.EscapeDataString(string.Join(',', labels))}");
        if (filter.Assignee is { } assignee) query.Add($"assignee={Uri.EscapeDataString(assignee)}");
        return string.Join('&', query);
    }

    private static string PathOf(IssueSource source) => RepositoryName.Parse(source.Repo).Path;

    private static IssueDocument Describe(GitHubTrackedIssue issue)
    {
        var id = issue.Number.ToString(CultureInfo.InvariantCulture);
        return new IssueDocument(
            id,
            issue.Title,
            issue.Body ?? "",
            ProviderNames.GitHub,
            GitHubIssueState.Read(issue),
            WebAddress.Of(issue.HtmlUrl),
            issue.User?.Login,
            [.. (issue.Labels ?? []).Select(label => label.Name)],
            DefaultBranchName: IssueId.Parse(id)!.DefaultBranchName)
        {
            Assignee = issue.Assignees is [var first, ..] ? first.Login : null,
            AuthorMayWrite = Writers.Contains(issue.AuthorAssociation),
        };
    }
}
