namespace Athene.Session.Machine.Terminals;

/// <summary>How to start this program once more, in another mode.</summary>
internal static class ThisProgram
{
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, $"{typeof(ThisProgram).Assembly.GetName().Name}.dll");

    /// <summary>The argument vector, without the mode's own arguments.</summary>
    public static IReadOnlyList<string> Command { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == Path.GetFileNameWithoutExtension(Library)
            ? [path]
            : [DotNet(), Library];

    // Under a test runner the process is another one, and the runtime on the PATH has to do.
    private static string DotNet() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
