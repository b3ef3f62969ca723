using Athene.Contracts.Queue;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>Where spawns stand in the queue.</summary>
public sealed class QueuePlaces(ILedger ledger, SpawnAdmission admission)
{
    /// <summary>The place of a spawn; null when it does not wait.</summary>
    public async Task<QueuePlace?> FindAsync(string operationId, CancellationToken cancellationToken) =>
        (await ListAsync(null, cancellationToken)).FirstOrDefault(waiting => waiting.OperationId == operationId)?.Place;

    /// <summary>All that wait, the next one first, with the number of those of all projects before them.</summary>
    public async Task<IReadOnlyList<QueuedSpawn>> ListAsync(string? projectId, CancellationToken cancellationToken)
    {
        if (!admission.MayHoldAny) return [];
        var queue = await ledger.ReadQueueAsync(cancellationToken);
        return [.. queue.InOrder.Select(Show).Where(waiting => projectId is null || waiting.ProjectId == projectId)];
    }

    private static QueuedSpawn Show(QueuedEntry entry, int before) => new(
        entry.OperationId, entry.ProjectId, entry.Issue, entry.Priority, [.. entry.After.Select(dependency => dependency.Name)], entry.Since,
        new QueuePlace(before, entry.Reason, entry.Held));
}
