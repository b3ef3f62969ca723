using System.Text.Json.Nodes;

namespace Athene.Configuration.Projects;

/// <summary>Where a project's repository is, as its configuration says.</summary>
/// <param name="Provider">What the configuration calls the kind of host; null: to be inferred.</param>
/// <param name="Repo"><c>owner/name</c>, or <c>group/subgroup/name</c>, on its host.</param>
/// <param name="ApiUrl">The address of the host's API, or the host's name; null: its usual place.</param>
public sealed record RepositoryPlace(string? Provider, string Repo, string? ApiUrl)
{
    /// <summary>Null for a project that is only here.</summary>
    public static RepositoryPlace? Of(ProjectConfiguration project)
    {
        if (project.Repo is not { } repo) return null;
        var parts = repo.Split('/');
        // A group may have a dot as well, but what is left after a host must still be a group and a name.
        var host = parts.Length > 2 && parts[0].Contains('.', StringComparison.Ordinal) ? parts[0] : null;
        return new RepositoryPlace(
            project.Scm?.Plugin, host is null ? repo : string.Join('/', parts[1..]), ApiUrlOf(project.Scm?.Settings) ?? host);
    }

    /// <summary>What a tracker's or a host's settings say of its address: <c>apiUrl</c>, or <c>host</c>.</summary>
    public static string? ApiUrlOf(JsonObject? settings) => Text(settings, "apiUrl") ?? Text(settings, "host");

    private static string? Text(JsonObject? settings, string key) => settings?[key]?.ToString() is { Length: > 0 } text ? text : null;
}
