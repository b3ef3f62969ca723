using Athene.Configuration;
using Athene.Session.Machine;

namespace Athene.Session.Agents;

/// <summary>
/// Puts Athene's programs into the directory that agents have first in their PATH: the <c>athene</c> command, so that they can report;
/// <c>git</c> and <c>gh</c>, which tell what they did; and the program by which all hooks tell something.
/// </summary>
public sealed class Wrappers(AtheneHome home, IConfiguration configuration) : IHostedService
{
    /// <summary>The environment variable with the command that the supervisor was started by.</summary>
    public const string CommandVariable = "ATHENE_CLI";

    /// <summary>The program that leaves facts in the spool.</summary>
    public const string HookProgram = "athene-hook";

    private const string ResourcePrefix = "Athene.Session.Agents.Programs.";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home.WrappersDirectory);
        foreach (var (name, script) in Scripts()) await WriteAsync(Path.Combine(home.WrappersDirectory, name), script, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The text of each program by its name.</summary>
    internal IReadOnlyDictionary<string, string> Scripts()
    {
        var command = Path.GetFullPath(configuration[CommandVariable] ?? Path.Combine(AppContext.BaseDirectory, "..", "Athene.Cli", "athene"));
        return new Dictionary<string, string>
        {
            ["athene"] = $"#!/bin/sh\nexec {PosixShell.Quote(command)} \"$@\"\n",
            [HookProgram] = Program("athene-hook.sh"),
            ["git"] = Program("git.sh"),
            ["gh"] = Program("gh.sh"),
        };
    }

    private string Program(string name) => Resource(name)
        .Replace("@FIND_REAL@", Resource("find-real.sh").TrimEnd(), StringComparison.Ordinal)
        .Replace("@HOOK@", PosixShell.Quote(Path.Combine(home.WrappersDirectory, HookProgram)), StringComparison.Ordinal)
        .Replace("@SPOOL@", PosixShell.Quote(home.SpoolDirectory), StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(Wrappers).Assembly.GetManifestResourceStream(ResourcePrefix + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Agents may be running it: the new one takes the old one's place in one move.
    private static async Task WriteAsync(string path, string script, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == script) return;
        var draft = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(draft, script, cancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(draft, path, overwrite: true);
    }
}
