using Athene.Contracts.Sessions;

namespace Athene.Contracts.Queue;

/// <summary>A spawn that waits for its turn.</summary>
/// <param name="Issue">The issue that it is for, which no other spawn may take meanwhile; null for a free prompt.</param>
/// <param name="After">What it begins after: the sessions, as far as they are known already, else the issues.</param>
/// <param name="Since">When it was accepted.</param>
public sealed record QueuedSpawn(
    string OperationId, string ProjectId, string? Issue, SpawnPriority Priority, IReadOnlyList<string> After, DateTimeOffset Since, QueuePlace Place);
