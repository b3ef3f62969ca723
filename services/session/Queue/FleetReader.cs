using Athene.Contracts.Sessions;
using Athene.Session.Machine.Memory;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>Looks at what the queue depends on: sessions and memory.</summary>
public sealed class FleetReader(ILedger ledger, IFreeMemory memory, RecentStarts starts, TimeProvider time)
{
    /// <param name="queue">As it was read before this: a spawn that gets its session meanwhile is counted by one or the other.</param>
    public async Task<FleetView> ReadAsync(SpawnQueue queue, CancellationToken cancellationToken)
    {
        var live = (await ledger.ListProjectsAsync(cancellationToken)).SelectMany(project => project.Live).ToHashSet();
        var awaited = queue.Entries.SelectMany(entry => entry.After).Select(dependency => dependency.SessionId).OfType<string>();
        var sessions = await ledger.ListSessionsAsync([.. live.Union(awaited)], cancellationToken);
        // An orchestrator hands the work out: if it took a place, a cap of one would leave none for the work.
        var workers = sessions.Where(session => live.Contains(session.Id) && session is { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false }).ToList();
        var occupants = workers.ToDictionary(session => session.OperationId, session => session.ProjectId);
        foreach (var entry in queue.Entries.Where(entry => entry.State is QueueState.Admitted)) occupants.TryAdd(entry.OperationId, entry.ProjectId);
        var now = time.GetUtcNow();
        var young = workers.Where(session => now - (session.RestoredAt ?? session.CreatedAt) < RecentStarts.Window).Select(session => session.OperationId);
        return new FleetView(occupants, starts.Now().Union(young).ToHashSet(), memory.AvailableMb, await ledger.ReadTodayAsync(cancellationToken), sessions.ToDictionary(session => session.Id));
    }
}
