using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>What must hold between the parts of a configuration.</summary>
internal static class ConfigurationChecks
{
    /// <summary>Two projects with one prefix would share the ids of their sessions.</summary>
    public static void RequireUniquePrefixes(AtheneConfiguration configuration, YamlSection root)
    {
        var groups = configuration.Projects.Values.GroupBy(project => project.SessionPrefix, StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups.Where(group => group.Count() > 1))
        {
            var projects = group.ToArray();
            var names = string.Join(" and ", projects.Select(project => $"'{project.Id}'"));
            var proposal = string.Join(", ", projects.Select((project, index) => $"{project.Id}: {group.Key}{index + 1}"));
            root.Section("projects")?.Section(projects[^1].Id)?.Report(
                "sessionPrefix", $"the projects {names} have the same session prefix '{group.Key}'; give them different ones ({proposal})");
        }
    }
}
