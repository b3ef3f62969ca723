using Athene.Configuration;
using Athene.Session.Agents;
using Athene.Session.Machine.Hooks;
using Microsoft.Extensions.Configuration;

namespace Athene.Session.Tests.Hooks;

/// <summary>A home with Athene's programs for agents in it, and an agent's environment in which they are run.</summary>
internal sealed class WrapperHome : IDisposable
{
    public const string SessionId = "app-1";

    private readonly TemporaryDirectory directory = new();

    private WrapperHome()
    {
        // What a shell would take apart.
        Home = new AtheneHome(directory.Combine("it's a $HOME"));
        Spool = new HookSpool(Home);
        Spool.Open(SessionId);
        Directory.CreateDirectory(Programs);
    }

    public AtheneHome Home { get; }

    public HookSpool Spool { get; }

    /// <summary>A directory for programs of the test; in the PATH after Athene's own.</summary>
    public string Programs => directory.Combine("programs");

    public string Path => $"{Home.WrappersDirectory}:{Programs}:{Environment.GetEnvironmentVariable("PATH")}";

    public static async Task<WrapperHome> CreateAsync()
    {
        var made = new WrapperHome();
        await new Wrappers(made.Home, new ConfigurationBuilder().Build()).StartAsync(CancellationToken.None);
        return made;
    }

    public string Combine(params string[] parts) => directory.Combine(parts);

    /// <summary>A program of the test's own that stands for a real one.</summary>
    public string Write(string name, string script)
    {
        var path = System.IO.Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>Runs a program as an agent of the session would.</summary>
    public async Task<BufferedCommandResult> RunAsync(
        string program, IReadOnlyList<string> arguments, string? sessionId = SessionId, string? workingDirectory = null, string? path = null, string input = "")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await Cli.Wrap(System.IO.Path.Combine(Home.WrappersDirectory, program))
            .WithArguments(arguments)
            .WithWorkingDirectory(workingDirectory ?? directory.Path)
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["ATHENE_SESSION_ID"] = sessionId, ["PATH"] = path ?? Path })
            .WithStandardInputPipe(PipeSource.FromString(input))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
    }

    public void Dispose()
    {
        Spool.Dispose();
        directory.Dispose();
    }
}
