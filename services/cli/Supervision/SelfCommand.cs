namespace Athene.Cli.Supervision;

/// <summary>How to start this program again.</summary>
internal static class SelfCommand
{
    public static IReadOnlyList<string> Arguments { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "athene"
            ? [path]
            : [DotNet(), Path.Combine(AppContext.BaseDirectory, "athene.dll")];

    // Under a test runner the process is another one, and the runtime on the PATH has to do.
    private static string DotNet() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
