namespace Athene.Session.Machine.Workspaces;

/// <summary>A workspace that is to be looked through for work that is nowhere else.</summary>
/// <param name="DefaultBranch">Commits that this branch holds are safe.</param>
/// <param name="Elsewhere">So are these commits and what they are made of: the branch's base, heads of pull requests.</param>
/// <param name="Ignored">Paths that Athene itself put there.</param>
public sealed record WorkSearch(string Path, string DefaultBranch, IReadOnlyList<string> Elsewhere, IReadOnlyList<string> Ignored);
