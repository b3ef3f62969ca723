using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Removes the worktree of a session that is being ended. Its branch stays.</summary>
public sealed class RemoveWorkspace(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken) =>
        workspace.RemoveAsync(session, deleteBranch: null, cancellationToken);
}
