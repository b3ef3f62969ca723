namespace Athene.Session.Records;

/// <summary>Ids of sessions that were archived together, oldest first.</summary>
public sealed record ArchivePage(IReadOnlyList<string> Ids);
