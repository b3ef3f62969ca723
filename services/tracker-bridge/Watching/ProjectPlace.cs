using Athene.Contracts.Projects;

namespace Athene.TrackerBridge.Watching;

/// <summary>Where the pull requests of a project are, with nothing left to infer.</summary>
public sealed record ProjectPlace(string ProjectId, WatchedHost Host, string Repo, string DefaultBranch)
{
    /// <summary>Null for a project that is only here. Pure.</summary>
    public static ProjectPlace? Of(ProjectDocument project) => project.Host is { } host && (host.Provider ?? ProviderNames.OfRepo(host.Repo, host.ApiUrl)) is { } provider
        ? new ProjectPlace(project.Id, new WatchedHost(provider, host.ApiUrl), host.Repo, project.DefaultBranch)
        : null;

    /// <summary>By project. Pure.</summary>
    public static IReadOnlyDictionary<string, ProjectPlace> Of(IEnumerable<ProjectDocument> projects) =>
        projects.Select(Of).OfType<ProjectPlace>().ToDictionary(place => place.ProjectId);

    public bool IsRepo(string repo) => repo.Length == 0 || Repo.Equals(repo, StringComparison.OrdinalIgnoreCase);
}
