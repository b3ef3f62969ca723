using Athene.Contracts.Issues;

namespace Athene.Contracts.Projects;

/// <summary>A registered repository.</summary>
public sealed record ProjectDocument(
    string Id, string Name, string Path, string Prefix, string DefaultBranch, string? Repo, string Source, int LiveSessions = 0, int TotalSessions = 0)
{
    /// <summary>Where its pull requests are; null: the project is only here.</summary>
    public ProjectHostDocument? Host { get; init; }

    /// <summary>Where its issues are.</summary>
    public IssueSource? Issues { get; init; }
}
