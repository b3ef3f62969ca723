namespace Athene.Contracts.Projects;

/// <summary>A repository to register; what is left out is inferred from it.</summary>
public sealed record ProjectRequest(string Path, string? Id = null, string? Prefix = null, string? Repo = null, string? Branch = null);
