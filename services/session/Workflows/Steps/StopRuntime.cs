using Athene.Session.Machine.Runtimes;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Ends the terminal of a session and everything that runs in it.</summary>
public sealed class StopRuntime(StepRunner runner, ILedger ledger, IRuntime runtime) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken) =>
        runtime.DestroyAsync(session.Id, cancellationToken);
}
