using Athene.Contracts.Issues;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Linear;

/// <summary>Issues in Linear (spec trackers-scm-notifiers.md §4).</summary>
public sealed class LinearTracker(LinearApi api, LinearNames names) : ITracker
{
    public string Provider => ProviderNames.Linear;

    public async Task<IssueDocument?> FindAsync(IssueLookup lookup, CancellationToken cancellationToken) =>
        await FindAsync(lookup.Source, lookup.Issue, cancellationToken) is { } issue ? Describe(issue) : null;

    public async Task<IReadOnlyList<IssueDocument>> ListAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        var variables = new { filter = LinearFilters.Of(query.Filter, query.Source.TeamId), first = query.Filter.Limit, archived = false };
        var issues = await api.QueryAsync<LinearNodes<LinearIssue>>(query.Source.ApiUrl, LinearQueries.Issues, variables, "issues", cancellationToken);
        return [.. issues.Nodes.Select(Describe)];
    }

    public async Task<IssueDocument?> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken)
    {
        var (source, changes) = (update.Source, update.Changes);
        if (await FindAsync(source, update.Issue, cancellationToken) is not { } issue) return null;
        var input = await InputAsync(source.ApiUrl, issue, changes, cancellationToken);
        if (!input.IsNothing)
        {
            var updated = await api.ChangeAsync<LinearIssuePayload>(
                source.ApiUrl, LinearQueries.UpdateIssue, new { id = issue.Id, input }, "issueUpdate", cancellationToken);
            issue = updated.Issue;
        }

        if (changes.Comment is { } body)
        {
            await api.ChangeAsync<LinearCommentPayload>(
                source.ApiUrl, LinearQueries.CreateComment, new { input = new { issueId = issue.Id, body } }, "commentCreate", cancellationToken);
        }

        return Describe(issue);
    }

    public async Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken)
    {
        var (source, wanted) = (creation.Source, creation.Issue);
        var team = source.TeamId ?? throw LinearProblems.NoTeam(source.ProjectId);
        var input = new LinearIssueInput(
            team,
            wanted.Title,
            wanted.Body,
            wanted.Priority is { } priority ? LinearWords.NumberOf(priority) : null,
            AssigneeId: wanted.Assignee is { } name ? await names.UserAsync(source.ApiUrl, name, cancellationToken) : null,
            LabelIds: wanted.Labels is { Count: > 0 } labels ? await names.LabelsAsync(source.ApiUrl, team, labels, cancellationToken) : null);
        var created = await api.ChangeAsync<LinearIssuePayload>(source.ApiUrl, LinearQueries.CreateIssue, new { input }, "issueCreate", cancellationToken);
        return Describe(created.Issue);
    }

    private async Task<LinearIssue?> FindAsync(IssueSource source, string issue, CancellationToken cancellationToken)
    {
        if (LinearIssueId.Parse(issue) is not { } id) return null;
        var found = await api.QueryAsync<LinearNodes<LinearIssue>>(
            source.ApiUrl, LinearQueries.Issues, new { filter = LinearFilters.Of(id), first = 1, archived = true }, "issues", cancellationToken);
        return found.Nodes is [var known, ..] ? known : null;
    }

    private async Task<LinearIssueInput> InputAsync(string? apiUrl, LinearIssue issue, IssueChanges changes, CancellationToken cancellationToken) => new(
        StateId: changes.State is { } state && LinearWords.StateOf(issue.State.Type) != state
            ? await names.StepAsync(apiUrl, issue.Team.Id, LinearWords.TypeOf(state), cancellationToken)
            : null,
        AssigneeId: changes.Assignee is { } name ? await names.UserAsync(apiUrl, name, cancellationToken) : null,
        LabelIds: changes.AddLabels is { Count: > 0 } || changes.RemoveLabels is { Count: > 0 }
            ? await LabelsAfterAsync(apiUrl, issue, changes, cancellationToken)
            : null);

    private async Task<IReadOnlyList<string>> LabelsAfterAsync(string? apiUrl, LinearIssue issue, IssueChanges changes, CancellationToken cancellationToken)
    {
        var kept = issue.Labels.Nodes.Where(label => changes.RemoveLabels?.Contains(label.Name, StringComparer.OrdinalIgnoreCase) is not true).Select(label => label.Id);
        return [.. kept.Union(await names.LabelsAsync(apiUrl, issue.Team.Id, changes.AddLabels ?? [], cancellationToken))];
    }

    private static IssueDocument Describe(LinearIssue issue) => new(
        issue.Identifier,
        issue.Title,
        issue.Description ?? "",
        ProviderNames.Linear,
        LinearWords.StateOf(issue.State.Type),
        WebAddress.Of(issue.Url),
        issue.Creator?.DisplayName,
        [.. issue.Labels.Nodes.Select(label => label.Name)],
        string.IsNullOrWhiteSpace(issue.BranchName) ? null : issue.BranchName,
        $"feat/{issue.Identifier}")
    {
        Assignee = issue.Assignee?.DisplayName,
        Priority = LinearWords.PriorityOf(issue.Priority),
        // A guest, a program or a customer outside does not decide what is worked on.
        AuthorMayWrite = issue.Creator is { Guest: false, Active: true },
    };
}
