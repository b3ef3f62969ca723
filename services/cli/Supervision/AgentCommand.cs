using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>
/// The command line as agents get it: this very program, started by this very runtime. It never builds, whatever changes in the sources.
/// </summary>
internal static class AgentCommand
{
    private const UnixFileMode OwnerRuns = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <returns>The path of the program.</returns>
    public static string Write(AtheneHome home)
    {
        Directory.CreateDirectory(home.RunDirectory);
        var path = Path.Combine(home.RunDirectory, "athene");
        File.WriteAllText(path, $"#!/bin/sh\nexec {string.Join(' ', SelfCommand.Arguments.Select(Quote))} \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnerRuns);
        return path;
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
