using Athene.Configuration;
using Athene.Contracts.Events;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Verdicts;

namespace Athene.Lifecycle;

/// <summary>Hears of what happens to sessions, and sees to what follows from it.</summary>
public sealed class Supervisor(Executor executor, IDaprWorkflowClient workflows, LifecycleConfiguration configuration, TimeProvider clock)
{
    public async Task HandleAsync(SessionEvent signal, CancellationToken cancellationToken)
    {
        if (signal.Session is not { } session) return;
        var decision = Judgement.Decide(session, signal, clock.GetUtcNow(), configuration.RuntimeLostGrace);
        await executor.CarryOutAsync(decision, session, signal.Event.Id, cancellationToken);
        if (decision.LookAgain) await LookAgainAsync(new PendingVerdict(session.Id, signal.Event.Id, configuration.RuntimeLostGrace), cancellationToken);
    }

    // The id follows from the event, so that an event that comes twice waits once.
    private async Task LookAgainAsync(PendingVerdict verdict, CancellationToken cancellationToken)
    {
        if (await workflows.GetWorkflowStateAsync(verdict.WorkflowId, getInputsAndOutputs: false, cancellationToken) is { Exists: true }) return;
        await workflows.ScheduleNewWorkflowAsync(nameof(VerdictAfterGrace), verdict.WorkflowId, verdict, startTime: null, cancellationToken);
    }
}
