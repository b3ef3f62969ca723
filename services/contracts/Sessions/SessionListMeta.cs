namespace Athene.Contracts.Sessions;

/// <summary>What a list of sessions does not show.</summary>
/// <param name="HiddenTerminatedCount">Ended ones that were not asked for.</param>
/// <param name="ArchivedCount">Ended ones that only a list of the archive shows.</param>
public sealed record SessionListMeta(int HiddenTerminatedCount, int ArchivedCount = 0);
