using Athene.Session.Records;
using Athene.Session.Workflows;

namespace Athene.Session.Queue;

/// <summary>
/// Tells the workflows of spawns that their wait is over. After a restart it is told again: a workflow that has gone on does not hear it.
/// A spawn without a workflow loses its place, and gives its issue back.
/// </summary>
public sealed class QueueMessenger(ILedger ledger, DaprWorkflowClient workflows, TimeProvider time)
{
    /// <summary>A spawn whose workflow never began for so long was never promised to anybody: the process died before it answered.</summary>
    private static readonly TimeSpan Orphaned = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> begun = [];

    private readonly HashSet<string> told = [];

    public async Task DeliverAsync(SpawnQueue queue, CancellationToken cancellationToken)
    {
        begun.IntersectWith(queue.Entries.Select(entry => entry.OperationId));
        told.IntersectWith(queue.Entries.Select(entry => entry.OperationId));
        foreach (var entry in queue.Entries)
        {
            if (entry.Waits) await CheckAsync(entry, cancellationToken);
            else await DeliverAsync(entry, cancellationToken);
        }
    }

    // It may wait for hours, and nobody else gets its issue meanwhile.
    private async Task CheckAsync(QueuedEntry entry, CancellationToken cancellationToken)
    {
        if (!IsOld(entry) || begun.Contains(entry.OperationId)) return;
        if (await workflows.GetWorkflowStateAsync(entry.OperationId, false, cancellationToken) is { Exists: true }) begun.Add(entry.OperationId);
        else await ForgetAsync(entry, cancellationToken);
    }

    private async Task DeliverAsync(QueuedEntry entry, CancellationToken cancellationToken)
    {
        var state = await workflows.GetWorkflowStateAsync(entry.OperationId, false, cancellationToken);
        if (state is { Exists: true, IsWorkflowCompleted: true } || (state is not { Exists: true } && IsOld(entry)))
        {
            await ForgetAsync(entry, cancellationToken);
            return;
        }

        if (state is not { Exists: true } || told.Contains(entry.OperationId)) return;
        var problem = entry.State is QueueState.Cancelled ? QueueErrors.Cancelled(entry.OperationId) : null;
        await workflows.RaiseEventAsync(entry.OperationId, SpawnTurn.EventName, new SpawnTurn(problem), cancellationToken);
        told.Add(entry.OperationId);
    }

    private bool IsOld(QueuedEntry entry) => time.GetUtcNow() - entry.Since > Orphaned;

    private Task<bool> ForgetAsync(QueuedEntry entry, CancellationToken cancellationToken) => ledger.WriteWithQueueAsync(
        entry.ProjectId,
        null,
        draft =>
        {
            Enlistment.Undo(draft, entry.OperationId);
            return true;
        },
        cancellationToken);
}
