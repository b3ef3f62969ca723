namespace Athene.Contracts.Projects;

/// <summary>A registered repository.</summary>
public sealed record ProjectDocument(
    string Id, string Name, string Path, string Prefix, string DefaultBranch, string? Repo, string Source, int LiveSessions = 0, int TotalSessions = 0);
