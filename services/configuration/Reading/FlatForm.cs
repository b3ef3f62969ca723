using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>The short form of a configuration: a file inside a repository with the keys of that one project.</summary>
internal static class FlatForm
{
    private static readonly string[] ProjectKeys =
    [
        "agent", "agentConfig", "agentRules", "agentRulesFile", "defaultBranch", "env", "orchestrator", "orchestratorRules", "path",
        "postCreate", "repo", "runtime", "scm", "sessionPrefix", "symlinks", "tracker", "worker", "workspace",
    ];

    public static bool Is(YamlSection root, string directory) =>
        !root.Has("projects") && root.Keys.Any(ProjectKeys.Contains) && Path.Exists(Path.Combine(directory, ".git"));

    public static AtheneConfiguration Read(YamlSection root, string directory, string home)
    {
        var id = new DirectoryInfo(directory).Name;
        if (!SessionPrefix.IsValid(id)) id = SessionPrefix.From(directory);
        var project = ProjectReader.Read(id, root, directory, home, knownPath: directory);
        return new AtheneConfiguration { Projects = new Dictionary<string, ProjectConfiguration> { [id] = project } };
    }
}
