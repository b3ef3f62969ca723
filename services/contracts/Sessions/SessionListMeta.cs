namespace Athene.Contracts.Sessions;

/// <summary>What a list of sessions does not show.</summary>
public sealed record SessionListMeta(int HiddenTerminatedCount);
