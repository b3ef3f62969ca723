using Athene.Configuration.Projects;

namespace Athene.Configuration;

/// <summary>
/// Where one installation of Athene keeps its things: <c>ATHENE_HOME</c>, by default <c>~/.athene</c>. Two homes run side by side without meeting.
/// </summary>
public sealed record AtheneHome(string Root)
{
    /// <summary>The environment variable that names the home.</summary>
    public const string Variable = "ATHENE_HOME";

    /// <summary>The bearer token of the person who owns this home.</summary>
    public string TokenFile => Path.Combine(Root, "token");

    /// <summary>What runs now: <c>up.json</c>, sockets, the sidecar's list of apps.</summary>
    public string RunDirectory => Path.Combine(Root, "run");

    /// <summary>What the supervisor says about the services that run now.</summary>
    public string RunFile => Path.Combine(RunDirectory, "up.json");

    public string LogsDirectory => Path.Combine(Root, "logs");

    /// <summary>The embedded sidecar's database.</summary>
    public string StateDirectory => Path.Combine(Root, "state");

    /// <summary>Agent profiles of this home, one YAML file each.</summary>
    public string AgentsDirectory => Path.Combine(Root, "agents");

    /// <summary>Programs that agents find first in their <c>PATH</c>.</summary>
    public string WrappersDirectory => Path.Combine(Root, "bin");

    /// <summary>What the hooks of agents leave for the session service, a directory a session.</summary>
    public string SpoolDirectory => Path.Combine(Root, "spool");

    public string ProjectDirectory(string projectId) => Path.Combine(Root, "projects", projectId);

    /// <summary>The only place where Athene makes and removes worktrees of a project.</summary>
    public string WorktreesDirectory(string projectId) => Path.Combine(ProjectDirectory(projectId), "worktrees");

    /// <summary>The only place where Athene makes and removes clones of a project.</summary>
    public string ClonesDirectory(string projectId) => Path.Combine(ProjectDirectory(projectId), "clones");

    /// <summary>Where a session's workspace of that kind (<see cref="WorkspaceNames"/>) lies.</summary>
    public string WorkspacePath(string kind, string projectId, string sessionId) =>
        Path.Combine(kind == WorkspaceNames.Clone ? ClonesDirectory(projectId) : WorktreesDirectory(projectId), sessionId);

    /// <summary>Prompts and the launcher of one session; removed with it.</summary>
    public string PromptsDirectory(string projectId, string sessionId) => Path.Combine(ProjectDirectory(projectId), "prompts", sessionId);

    /// <summary>The home that the environment names, or the default one.</summary>
    public static AtheneHome FromEnvironment() => From(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The home at <paramref name="root"/>, or the default one when it is null or empty.</summary>
    public static AtheneHome From(string? root) => new(Path.GetFullPath(
        string.IsNullOrWhiteSpace(root)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".athene")
            : root));
}
