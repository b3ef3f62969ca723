using Athene.Session.Queue;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last of a spawn that was cancelled while it waited.</summary>
public sealed class LeaveQueue(StepRunner runner, ILedger ledger) : Step<SpawnInput, object?>(runner)
{
    protected override string? SessionOf(SpawnInput input) => null;

    protected override Task<object?> RunStepAsync(SpawnInput input, CancellationToken cancellationToken) => ledger.WriteWithQueueAsync<object?>(
        input.ProjectId,
        null,
        draft =>
        {
            Enlistment.Undo(draft, input.OperationId);
            return null;
        },
        cancellationToken);
}
