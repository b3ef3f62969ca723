namespace Athene.Session.Agents;

/// <summary>What the environment of one agent is made of.</summary>
/// <param name="Api">The address of the session service.</param>
/// <param name="Token">Good for this session alone.</param>
/// <param name="WrappersDirectory">Where Athene's own programs for agents lie; comes first in PATH.</param>
/// <param name="InheritedPath">The PATH that the agent would have without Athene.</param>
/// <param name="Profile">The agent profile's variables, which the project may replace.</param>
/// <param name="Project">The project's variables.</param>
/// <param name="Additions">Variables that point to files written for this launch.</param>
public sealed record AgentEnvironment(
    string SessionId,
    string ProjectId,
    bool IsOrchestrator,
    string Api,
    string Token,
    string WrappersDirectory,
    string InheritedPath,
    IReadOnlyDictionary<string, string> Profile,
    IReadOnlyDictionary<string, string> Project,
    IReadOnlyDictionary<string, string> Additions,
    string? IssueId = null,
    string? ConfigurationFile = null)
{
    private static readonly string[] ReservedPrefixes = ["ATHENE_", "AO_"];

    /// <summary>True for names that belong to Athene, which no project or profile may set.</summary>
    public static bool IsReserved(string name) =>
        name == "PATH" || ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>All variables; later sources win, and Athene's own are last. Pure.</summary>
    public IReadOnlyDictionary<string, string> Build()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Profile.Concat(Additions).Concat(Project))
        {
            if (!IsReserved(name)) variables[name] = value;
        }

        foreach (var (name, value) in Own()) variables[name] = value;
        return variables;
    }

    private IEnumerable<KeyValuePair<string, string>> Own()
    {
        var caller = IsOrchestrator ? "orchestrator" : "agent";
        yield return new("PATH", SearchPath());
        yield return new("ATHENE_SESSION_ID", SessionId);
        yield return new("ATHENE_PROJECT_ID", ProjectId);
        yield return new("ATHENE_API", Api);
        yield return new("ATHENE_TOKEN", Token);
        yield return new("ATHENE_CALLER", caller);
        yield return new("AO_SESSION", SessionId);
        yield return new("AO_SESSION_ID", SessionId);
        yield return new("AO_SESSION_NAME", SessionId);
        yield return new("AO_TMUX_NAME", SessionId);
        yield return new("AO_PROJECT_ID", ProjectId);
        yield return new("AO_CALLER_TYPE", caller);
        if (!string.IsNullOrWhiteSpace(IssueId))
        {
            yield return new("ATHENE_ISSUE_ID", IssueId);
            yield return new("AO_ISSUE_ID", IssueId);
        }

        if (ConfigurationFile is not null)
        {
            yield return new("ATHENE_CONFIG", ConfigurationFile);
            yield return new("AO_CONFIG_PATH", ConfigurationFile);
        }
    }

    private string SearchPath() => string.Join(
        Path.PathSeparator,
        new[] { WrappersDirectory, "/usr/local/bin" }
            .Concat(InheritedPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal));
}
