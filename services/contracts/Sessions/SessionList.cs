namespace Athene.Contracts.Sessions;

/// <summary>Sessions, and how many ended ones were left out.</summary>
public sealed record SessionList(IReadOnlyList<SessionDocument> Data, SessionListMeta Meta);
