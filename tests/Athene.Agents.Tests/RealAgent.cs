using Athene.Testing.Agents;

namespace Athene.Agents.Tests;

/// <summary>A real agent program, run in an empty home of its own.</summary>
internal sealed class RealAgent : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryDirectory home = new();
    private readonly string program;

    private RealAgent(string program) => this.program = program;

    public string Home => home.Path;

    public static async Task<RealAgent> InstallAsync(string name) => new((await AgentTools.InstallAsync()).Program(name));

    /// <summary>All that it prints.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        var outcome = await Command(arguments).ExecuteBufferedAsync(limit.Token);
        return $"{outcome.StandardOutput}\n{outcome.StandardError}";
    }

    public Command Command(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? variables = null) => Cli.Wrap(program)
        .WithArguments(arguments)
        .WithWorkingDirectory(home.Path)
        .WithEnvironmentVariables(new Dictionary<string, string?>(variables ?? new Dictionary<string, string?>()) { ["HOME"] = home.Path, ["CODEX_HOME"] = null })
        .WithStandardInputPipe(PipeSource.FromString(""))
        .WithValidation(CommandResultValidation.None);

    public void Dispose() => home.Dispose();
}
