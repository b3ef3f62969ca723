namespace Athene.Contracts.Issues;

/// <summary>What the tracker bridge needs to know of a project to find its issues. It comes with every question.</summary>
public sealed record IssueSource(string ProjectId, string ProjectPath)
{
    /// <summary>local, github, gitlab or linear; null: local when there are such files, else what hosts <see cref="Repo"/>.</summary>
    public string? Provider { get; init; }

    /// <summary>github or gitlab: what hosts <see cref="Repo"/>; null: inferred from it.</summary>
    public string? RepoProvider { get; init; }

    /// <summary><c>owner/name</c> on its host.</summary>
    public string? Repo { get; init; }

    /// <summary>For the local provider: the folder of Markdown files, relative to the project; null for its defaults.</summary>
    public string? IssuesPath { get; init; }

    /// <summary>Where the tracker's API is, when not at its usual place: an address, or the name of a host.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>Linear: the id of the team whose issues these are.</summary>
    public string? TeamId { get; init; }
}
