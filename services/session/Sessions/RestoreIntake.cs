using Athene.Contracts.Operations;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Sessions;

/// <summary>Brings sessions back: one restore of a session at a time, and who asks meanwhile gets the same one (W-S19).</summary>
public sealed class RestoreIntake(ILedger ledger, DaprWorkflowClient workflows, OperationReader operations, SessionTurns turns)
{
    private readonly KeyedGate gate = new();

    /// <summary>Starts a restore, or finds the one that is under way. Whether the session can be restored at all, its first step finds out.</summary>
    /// <returns>The id of the operation.</returns>
    public async Task<string> StartAsync(string sessionId, CancellationToken cancellationToken)
    {
        var known = await ledger.GetSessionAsync(sessionId, cancellationToken);
        await turns.UntilFreeAsync(known, OperationKinds.Restore, cancellationToken);
        using var turn = await gate.EnterAsync(sessionId, cancellationToken);
        var session = await ledger.GetSessionAsync(sessionId, cancellationToken);
        if (session.HeldBy is { } holder && OperationKinds.Of(holder) == OperationKinds.Restore) return holder;

        // The number counts restores that have begun, so two that ask before that mean the same operation.
        var input = new RestoreInput(sessionId, session.Restores + 1);
        if (await operations.FindAsync(input.OperationId, cancellationToken) is not { State: OperationState.Running })
            await workflows.ScheduleNewWorkflowAsync(nameof(RestoreSession), input.OperationId, input);
        return input.OperationId;
    }
}
