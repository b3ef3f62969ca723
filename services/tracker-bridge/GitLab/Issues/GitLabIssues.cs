using System.Globalization;
using System.Text.Json;
using Athene.Contracts.Issues;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.GitLab.Issues;

/// <summary>Issues on GitLab (spec trackers-scm-notifiers.md §3). It knows open and closed, and no priority.</summary>
public sealed class GitLabIssues(GitLabApi api, GitLabMembers members) : ITracker
{
    public string Provider => ProviderNames.GitLab;

    public async Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken)
    {
        var project = ProjectOf(lookup.Source);
        return await FindAsync(project, lookup.Issue, cancellationToken) is { } issue ? await DescribeAsync(project, issue, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<IssueDocument>> ListAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        var project = ProjectOf(query.Source);
        var issues = await api.ListAsync<GitLabIssue>(project, project.At($"/issues?{QueryOf(query.Filter)}"), cancellationToken, query.Filter.Limit);
        var writers = await members.WritersAsync(project, issues.Select(issue => issue.Author), cancellationToken);
        return [.. issues.Select(issue => Describe(issue, writers))];
    }

    public async Task<IssueDocument?> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken)
    {
        var project = ProjectOf(update.Source);
        if (await FindAsync(project, update.Issue, cancellationToken) is not { } issue) return null;
        var change = await ChangeAsync(project, issue, update.Changes, cancellationToken);
        var path = project.At($"/issues/{issue.Iid}");
        if (!change.IsNothing) issue = await api.SendAsync<GitLabIssueChange, GitLabIssue>(HttpMethod.Put, project, path, change, cancellationToken);
        if (update.Changes.Comment is { } comment)
            await api.SendAsync<GitLabNote, JsonElement>(HttpMethod.Post, project, $"{path}/notes", new GitLabNote(comment), cancellationToken);
        return await DescribeAsync(project, issue, cancellationToken);
    }

    public async Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken)
    {
        var project = ProjectOf(creation.Source);
        var wanted = creation.Issue;
        var assignee = wanted.Assignee is { } name ? await members.FindAsync(project, name, cancellationToken) : null;
        var issue = await api.SendAsync<GitLabIssueChange, GitLabIssue>(
            HttpMethod.Post,
            project,
            project.At("/issues"),
            new GitLabIssueChange(wanted.Title, wanted.Body, Joined(wanted.Labels), AssigneeIds: assignee is null ? null : [assignee.Id]),
            cancellationToken);
        return await DescribeAsync(project, issue, cancellationToken);
    }

    private async Task<GitLabIssue?> FindAsync(GitLabProject project, string issue, CancellationToken cancellationToken)
    {
        if (IssueId.Parse(issue) is not { IsNumber: true } id) return null;
        if (await api.FindAsync<GitLabIssue>(project, project.At($"/issues/{id.Value}"), cancellationToken) is { } found) return found;
        await api.RequireVisibleAsync(project, cancellationToken);
        return null;
    }

    private async Task<GitLabIssueChange> ChangeAsync(GitLabProject project, GitLabIssue issue, IssueChanges changes, CancellationToken cancellationToken)
    {
        var assignee = changes.Assignee is { } name ? await members.FindAsync(project, name, cancellationToken) : null;
        return new GitLabIssueChange(
            StateEvent: EventFor(changes.State, issue.IsClosed),
            AddLabels: Joined(changes.AddLabels),
            RemoveLabels: Joined(changes.RemoveLabels),
            // A GitLab that allows one alone takes the first.
            AssigneeIds: assignee is null ? null : [assignee.Id, .. (issue.Assignees ?? []).Select(user => user.Id).Where(id => id != assignee.Id)]);
    }

    private static string? EventFor(IssueState? wanted, bool isClosed) => wanted switch
    {
        IssueState.Closed or IssueState.Cancelled when !isClosed => "close",
        IssueState.Open when isClosed => "reopen",
        _ => null,
    };

    private static string QueryOf(IssueFilter filter)
    {
        List<string> query = ["order_by=created_at", "sort=desc"];
        if (filter.State is not IssueSelection.All) query.Add(filter.State is IssueSelection.Open ? "state=opened" : "state=closed");
        if (Joined(filter.Labels) is { } labels) query.Add($"labels={Uri.EscapeDataString(labels)}");
        if (filter.Assignee is { } assignee) query.Add($"assignee_username={Uri.EscapeDataString(assignee)}");
        return string.Join('&', query);
    }

    private static string? Joined(IReadOnlyList<string>? labels) => labels is { Count: > 0 } ? string.Join(',', labels) : null;

    private async Task<IssueDocument> DescribeAsync(GitLabProject project, GitLabIssue issue, CancellationToken cancellationToken) =>
        Describe(issue, await members.WritersAsync(project, [issue.Author], cancellationToken));

    private static IssueDocument Describe(GitLabIssue issue, IReadOnlySet<long> writers)
    {
        var id = issue.Iid.ToString(CultureInfo.InvariantCulture);
        return new IssueDocument(
            id,
            issue.Title,
            issue.Description ?? "",
            ProviderNames.GitLab,
            issue.IsClosed ? IssueState.Closed : IssueState.Open,
            WebAddress.Of(issue.WebUrl),
            issue.Author?.Username,
            issue.Labels ?? [],
            DefaultBranchName: IssueId.Parse(id)!.DefaultBranchName)
        {
            Assignee = issue.Assignees is [var first, ..] ? first.Username : null,
            AuthorMayWrite = issue.Author is { } author && writers.Contains(author.Id),
        };
    }

    private GitLabProject ProjectOf(IssueSource source) => api.ProjectOf(source.Repo, source.ApiUrl, source.ProjectId);
}
