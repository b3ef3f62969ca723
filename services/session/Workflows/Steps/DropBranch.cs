using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Removes the branch of a session that is being forgotten, provided that nothing was committed on it.</summary>
public sealed class DropBranch(StepRunner runner, ILedger ledger, SessionWorkspace workspace) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken) =>
        workspace.RemoveAsync(session, session.Branch, cancellationToken);
}
