using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Undoes <see cref="RestoreWorkspace"/>. What lies in the worktree by now is kept like that of any session; the branch stays.</summary>
public sealed class DropRestoredWorkspace(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        // The restore names the rescue: each has one of its own.
        var kept = await workspace.KeepWorkAsync(session, session.HeldBy ?? session.LaunchId, cancellationToken);
        await workspace.RemoveAsync(session, deleteBranch: null, cancellationToken);
        await Ledger.WriteAsync(session.ProjectId, session.Id, draft => draft.Session = draft.Session is { } now ? now with { RescueRef = kept } : null, cancellationToken);
    }
}
