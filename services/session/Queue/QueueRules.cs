using Athene.Configuration;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>
/// Which of the spawns that wait may begin. The next one is asked first: by priority, then by the order in which they came. One that waits for something of
/// its own (its project's cap, what it comes after) keeps nobody else waiting. Pure.
/// </summary>
public static class QueueRules
{
    /// <summary>The queue with those admitted for which there is room, and for the others what they wait for; the same queue when nothing has changed.</summary>
    public static SpawnQueue Decide(SpawnQueue queue, FleetView fleet, AtheneConfiguration configuration)
    {
        var room = new Room(fleet, configuration);
        foreach (var entry in queue.InOrder.ToList())
        {
            var decided = Decide(entry, queue, fleet, room);
            if (decided != entry) queue = queue.Replace(decided);
        }

        return queue;
    }

    private static QueuedEntry Decide(QueuedEntry entry, SpawnQueue queue, FleetView fleet, Room room)
    {
        var (seen, obstacle) = DependencyRules.Look(entry, queue, fleet);
        obstacle ??= room.ObstacleFor(entry.ProjectId);
        if (obstacle is not null) return seen with { Reason = obstacle };
        room.Take(entry.OperationId, entry.ProjectId);
        return seen with { State = QueueState.Admitted, Reason = "" };
    }
}
