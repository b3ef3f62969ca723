namespace Athene.Contracts.Projects;

/// <summary>All registered repositories.</summary>
public sealed record ProjectList(IReadOnlyList<ProjectDocument> Data);
