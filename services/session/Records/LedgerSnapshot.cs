namespace Athene.Session.Records;

/// <summary>The records that a change starts from, each with the version that it was read at.</summary>
internal sealed record LedgerSnapshot(
    Loaded<ProjectIndex> Index, Loaded<ProjectRecord>? Project, Loaded<SessionRecord>? Session, IReadOnlyList<Loaded<SessionRecord>> Others,
    Loaded<SpawnQueue>? Queue = null,
    Loaded<SpendingDay>? Day = null);
