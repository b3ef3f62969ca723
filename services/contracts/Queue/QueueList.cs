namespace Athene.Contracts.Queue;

/// <summary>The spawns that wait, the next one first.</summary>
public sealed record QueueList(IReadOnlyList<QueuedSpawn> Data);
