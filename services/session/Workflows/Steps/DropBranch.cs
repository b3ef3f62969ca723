using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Removes the branch that was made for a session that is being forgotten, provided that nothing was committed on it.</summary>
public sealed class DropBranch(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken) =>
        session.MadeBranch is null ? Task.CompletedTask : workspace.RemoveAsync(session, session.MadeBranch, cancellationToken);
}
