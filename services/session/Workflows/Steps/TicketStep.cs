using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>A step about a session that has a record.</summary>
public abstract class TicketStep(StepRunner runner, ILedger ledger) : Step<SpawnTicket, object?>(runner)
{
    protected ILedger Ledger { get; } = ledger;

    protected sealed override string? SessionOf(SpawnTicket input) => input.SessionId;

    protected sealed override async Task<object?> RunStepAsync(SpawnTicket input, CancellationToken cancellationToken)
    {
        // A session that is gone has nothing on the machine that is still its own.
        if (await Ledger.FindSessionAsync(input.SessionId, cancellationToken) is { } session && session.OperationId == input.OperationId)
            await RunStepAsync(session, cancellationToken);
        return null;
    }

    protected abstract Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken);
}
