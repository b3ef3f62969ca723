using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Queue;

/// <summary>Puts a spawn into the queue, and its issue out of reach of every other. For use in changes of the ledger. Pure.</summary>
public static class Enlistment
{
    /// <exception cref="Contracts.Errors.AtheneException">A session works on the issue, or another spawn waits with it.</exception>
    public static void Apply(LedgerDraft draft, QueuedEntry entry)
    {
        // A request that came again after a crash keeps its place.
        if (draft.Queue.Find(entry.OperationId) is not null) return;
        if (entry.Issue is { } issue) draft.Project = Claimed(draft.Project ?? new ProjectRecord { Id = entry.ProjectId }, entry, issue);
        draft.Queue = draft.Queue.With(entry with { Since = draft.Now });
    }

    /// <summary>Takes a spawn out of the queue again.</summary>
    public static void Undo(LedgerDraft draft, string operationId)
    {
        draft.Queue = draft.Queue.Without(operationId);
        draft.Project = draft.Project?.WithoutQueued(operationId);
    }

    private static ProjectRecord Claimed(ProjectRecord project, QueuedEntry entry, string issue)
    {
        if (project.QueuedWith(issue) is { } waiting && waiting != entry.OperationId) throw QueueErrors.IssueQueued(issue, waiting);
        // Whoever comes after the session that has the issue now may go on with it.
        if (project.ClaimantOf(issue) is { } holder && !entry.IsAfter(holder)) throw SessionErrors.IssueTaken(issue, holder);
        return project.WithQueued(issue, entry.OperationId);
    }
}
