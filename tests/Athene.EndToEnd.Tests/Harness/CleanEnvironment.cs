using System.Collections;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>The environment of this process without what would lead to another Athene, another Dapr, another repository or another terminal.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Foreign = ["ATHENE_", "AO_", "DAPR_", "APP_", "GIT_", "OTEL_", "TMUX", "MSBUILD", "VSTEST"];

    public static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Select(variable => (Name: (string)variable.Key, Value: (string?)variable.Value ?? ""))
        .Where(variable => !Foreign.Any(prefix => variable.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
        .ToDictionary(variable => variable.Name, variable => variable.Value);

    public static string SearchPath => Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
}
