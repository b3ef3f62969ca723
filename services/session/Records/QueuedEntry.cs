using Athene.Contracts.Sessions;

namespace Athene.Session.Records;

/// <summary>A spawn in the queue; what it starts from is in its workflow.</summary>
/// <param name="Number">Grows with every spawn that is accepted: among equals the lowest goes first.</param>
/// <param name="Reason">What it waits for, in words.</param>
public sealed record QueuedEntry(
    string OperationId, string ProjectId, string? Issue, SpawnPriority Priority, IReadOnlyList<Dependency> After, long Number, DateTimeOffset Since, string Reason = "")
{
    public QueueState State { get; init; }

    /// <summary>It does not begin by itself: something that it comes after ended without finishing.</summary>
    public bool Held { get; init; }

    /// <summary>A person let it go, whatever becomes of what it was to come after.</summary>
    public bool Released { get; init; }

    public bool Waits => State is QueueState.Waiting;

    public bool IsAfter(string sessionId) => !Released && After.Any(dependency => dependency.SessionId == sessionId);
}
