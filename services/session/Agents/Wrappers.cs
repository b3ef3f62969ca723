using Athene.Configuration;

namespace Athene.Session.Agents;

/// <summary>Puts the <c>athene</c> command into the directory that agents have first in their PATH, so that they can report.</summary>
public sealed class Wrappers(AtheneHome home, IConfiguration configuration) : IHostedService
{
    /// <summary>The environment variable with the command that the supervisor was started by.</summary>
    public const string CommandVariable = "ATHENE_CLI";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var command = configuration[CommandVariable] ?? Path.Combine(AppContext.BaseDirectory, "..", "Athene.Cli", "athene");
        var script = $"#!/bin/sh\nexec {Quote(Path.GetFullPath(command))} \"$@\"\n";
        var path = Path.Combine(home.WrappersDirectory, "athene");
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == script) return;

        Directory.CreateDirectory(home.WrappersDirectory);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(draft, script, cancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(draft, path, overwrite: true);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
