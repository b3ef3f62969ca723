namespace Athene.Session.Records;

/// <summary>
/// The spawns that were accepted and have no session yet, in the order in which they came. A spawn can only come after what was there before it,
/// so no two of them ever wait for each other.
/// </summary>
public sealed record SpawnQueue(IReadOnlyList<QueuedEntry> Entries, long LastNumber)
{
    public static SpawnQueue Empty { get; } = new([], 0);

    /// <summary>Those that wait, the next one first.</summary>
    public IEnumerable<QueuedEntry> InOrder => Entries.Where(entry => entry.Waits).OrderBy(entry => entry.Priority).ThenBy(entry => entry.Number);

    public QueuedEntry? Find(string operationId) => Entries.FirstOrDefault(entry => entry.OperationId == operationId);

    public SpawnQueue With(QueuedEntry entry) => new([.. Entries, entry with { Number = LastNumber + 1 }], LastNumber + 1);

    public SpawnQueue Replace(QueuedEntry entry) =>
        this with { Entries = [.. Entries.Select(known => known.OperationId == entry.OperationId ? entry : known)] };

    public SpawnQueue Without(string operationId) =>
        Find(operationId) is null ? this : this with { Entries = [.. Entries.Where(entry => entry.OperationId != operationId)] };

    /// <summary>The queue once a spawn has its session: what comes after the spawn comes after the session.</summary>
    public SpawnQueue Begun(string operationId, string sessionId)
    {
        var rest = Without(operationId);
        return rest with
        {
            Entries = [.. rest.Entries.Select(entry => entry.After.Any(dependency => dependency.OperationId == operationId)
                ? entry with { After = [.. entry.After.Select(dependency => dependency.OperationId == operationId ? dependency with { SessionId = sessionId, OperationId = null } : dependency)] }
                : entry)],
        };
    }
}
