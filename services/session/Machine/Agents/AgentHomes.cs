using Athene.Configuration.Agents;

namespace Athene.Session.Machine.Agents;

/// <summary>Where agents keep their own files: below the user's home, or where a variable of theirs says.</summary>
/// <param name="variable">The environment that the agent gets.</param>
internal sealed class AgentHomes(Func<string, string?> variable)
{
    /// <summary>The variables by which agents let themselves be moved, and what each moves.</summary>
    private static readonly (string Directory, string Variable)[] Movable =
    [
        ("~/.claude/", "CLAUDE_CONFIG_DIR"),
        ("~/.codex/", "CODEX_HOME"),
        ("~/.local/share/", "XDG_DATA_HOME"),
    ];

    /// <summary>The environment of an agent as far as its profile and this service decide it.</summary>
    public static AgentHomes Of(AgentProfile profile) =>
        new(name => profile.Env.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name));

    /// <summary>A path of a profile as a full one; what is not absolute lies in the workspace.</summary>
    public string Resolve(string path, string workspace)
    {
        foreach (var (directory, name) in Movable)
        {
            if (path.StartsWith(directory, StringComparison.Ordinal) && variable(name) is { Length: > 0 } moved)
                return Path.Combine(moved, path[directory.Length..]);
        }

        if (!path.StartsWith("~/", StringComparison.Ordinal)) return Path.Combine(workspace, path);
        var home = variable("HOME") is { Length: > 0 } set ? set : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(home, path[2..]);
    }
}
