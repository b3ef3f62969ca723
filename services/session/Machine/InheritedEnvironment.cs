using System.Collections;

namespace Athene.Session.Machine;

/// <summary>
/// What the service's own environment must not hand down to agents and project commands: its tokens, its ports, and variables
/// that would point git or tmux at another repository or server.
/// </summary>
public static class InheritedEnvironment
{
    private static readonly string[] WithheldPrefixes = ["ATHENE_", "AO_", "DAPR_", "ASPNETCORE_", "OTEL_"];

    private static readonly HashSet<string> WithheldNames = new(StringComparer.Ordinal)
    {
        "APP_ID", "APP_PORT", "APP_PROTOCOL", "APP_API_TOKEN", "DOTNET_ENVIRONMENT", "TMUX", "TMUX_PANE",
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX",
    };

    public static bool IsWithheld(string name) =>
        WithheldNames.Contains(name) || WithheldPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>For a process that works for a project: each withheld variable that is set here, mapped to null (remove it).</summary>
    public static IReadOnlyDictionary<string, string?> Removals() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Select(entry => (string)entry.Key)
        .Where(IsWithheld)
        .ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
}
