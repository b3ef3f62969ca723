namespace Athene.Session.Projects;

/// <summary>A git repository.</summary>
/// <param name="Root">Its top directory, absolute.</param>
/// <param name="DefaultBranch">What origin calls its default, else the branch that is checked out, else <c>main</c>.</param>
public sealed record RepositoryDescription(string Root, string DefaultBranch, string? OriginUrl);
