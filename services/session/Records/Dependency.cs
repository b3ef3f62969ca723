namespace Athene.Session.Records;

/// <summary>Something that a spawn comes after.</summary>
/// <param name="SessionId">The session, once there is one.</param>
/// <param name="OperationId">The spawn that will make it, as long as that waits itself.</param>
/// <param name="Met">It has finished; what becomes of its record later does not matter.</param>
public sealed record Dependency(string? SessionId, string? OperationId, string Name, bool Met = false);
