using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>What decides whether a spawn may begin, as it was just seen.</summary>
/// <param name="Occupants">Spawn → its project: of every worker that has not ended, and of the spawns that were admitted and have no session yet.</param>
/// <param name="Starting">The spawns among them that began so lately that their memory does not show yet.</param>
/// <param name="FreeMemoryMb">Null where nobody says.</param>
/// <param name="Today">What was spent today.</param>
/// <param name="Dependencies">The sessions that spawns of the queue come after; those that are gone are missing.</param>
public sealed record FleetView(
    IReadOnlyDictionary<string, string> Occupants,
    IReadOnlySet<string> Starting,
    int? FreeMemoryMb,
    SpendingDay Today,
    IReadOnlyDictionary<string, SessionRecord> Dependencies);
