namespace Athene.Session.Records;

/// <summary>A repository that somebody registered with <c>athene project add</c>.</summary>
public sealed record RegisteredProject(string Path, string Prefix, string DefaultBranch, string? Repo);
