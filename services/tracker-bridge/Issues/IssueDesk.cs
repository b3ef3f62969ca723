using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>Answers about issues, whichever tracker a project has.</summary>
public sealed partial class IssueDesk(TrackerChoice trackers, ILogger<IssueDesk> logger)
{
    /// <exception cref="AtheneException">There is no such issue, or the project's tracker could not be asked.</exception>
    public async Task<IssueDocument> LookupAsync(IssueLookup lookup, CancellationToken cancellationToken)
    {
        var tracker = trackers.For(lookup.Source);
        var issue = tracker is null ? null : await tracker.FindAsync(lookup, cancellationToken);
        LogLookedUp(lookup.Source.ProjectId, lookup.Issue, tracker?.Provider ?? "none", issue is not null);
        return issue ?? throw IssueProblems.NotFound(lookup.Source, lookup.Issue, tracker?.Provider);
    }

    /// <exception cref="AtheneException">The project's tracker could not be asked.</exception>
    public async Task<IssueList> ListAsync(IssueQuery query, CancellationToken cancellationToken)
    {
        IssueRules.Check(query.Filter);
        var tracker = trackers.For(query.Source);
        return new IssueList(tracker is null ? [] : await tracker.ListAsync(query, cancellationToken));
    }

    /// <exception cref="AtheneException">There is no such issue, or the project's tracker did not take the change.</exception>
    public async Task<IssueDocument> UpdateAsync(IssueUpdate update, CancellationToken cancellationToken)
    {
        var tracker = trackers.For(update.Source);
        var issue = tracker is null ? null : await tracker.UpdateAsync(update, cancellationToken);
        LogUpdated(update.Source.ProjectId, update.Issue, tracker?.Provider ?? "none", issue?.State);
        return issue ?? throw IssueProblems.NotFound(update.Source, update.Issue, tracker?.Provider);
    }

    /// <exception cref="AtheneException">The project has no tracker, or it did not take the issue.</exception>
    public async Task<IssueDocument> CreateAsync(IssueCreation creation, CancellationToken cancellationToken)
    {
        IssueRules.Check(creation.Issue);
        var tracker = trackers.For(creation.Source) ?? throw IssueProblems.NoTracker(creation.Source);
        var issue = await tracker.CreateAsync(creation, cancellationToken);
        LogCreated(creation.Source.ProjectId, issue.Id, tracker.Provider);
        return issue;
    }
}
