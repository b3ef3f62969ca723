namespace Athene.Contracts.Tracking;

/// <summary>A live session, and what is watched for it.</summary>
public sealed record WatchedSessionDocument(string SessionId, string ProjectId, IReadOnlyList<WatchedTargetDocument> Watches);
