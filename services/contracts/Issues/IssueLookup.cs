namespace Athene.Contracts.Issues;

/// <summary>Asks the tracker bridge for one issue of a project. What the bridge needs to know of the project comes with the question.</summary>
/// <param name="Provider">local, github, gitlab or linear; null: inferred from <paramref name="Repo"/>, else local.</param>
/// <param name="IssuesPath">For the local provider: the folder of Markdown files, relative to the project; null for its defaults.</param>
public sealed record IssueLookup(
    string ProjectId, string ProjectPath, string Issue, string? Provider = null, string? Repo = null, string? IssuesPath = null);
