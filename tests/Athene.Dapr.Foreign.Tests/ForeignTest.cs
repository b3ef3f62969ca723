namespace Athene.Dapr.Foreign;

/// <summary>A test whose story is told by a script with the official JavaScript SDK, against an embedded sidecar of its own.</summary>
public abstract class ForeignTest : IAsyncLifetime, IClassFixture<NodeProject>
{
    private const string ResultMark = "result: ";

    /// <summary>How long one script may take before it counts as hanging.</summary>
    private static readonly TimeSpan ScriptLimit = TimeSpan.FromMinutes(1);

    /// <summary>Both ways that the SDK has to talk to a sidecar.</summary>
    public static TheoryData<string> Protocols => new("http", "grpc");

    protected ForeignSidecar Sidecar { get; private set; } = null!;

    /// <summary>What the sidecar asks of apps; null for nothing.</summary>
    protected virtual string? ApiToken => null;

    public async Task InitializeAsync() => Sidecar = await ForeignSidecar.StartAsync(ApiToken);

    public async Task DisposeAsync() => await Sidecar.DisposeAsync();

    /// <summary>Runs one case of a script and gives what it returns, as JSON.</summary>
    protected async Task<string> RunAsync(string script, string story, string protocol = "grpc")
    {
        using var limit = new CancellationTokenSource(ScriptLimit);
        var run = await Cli.Wrap("node").WithArguments([script, story, protocol])
            .WithWorkingDirectory(NodeProject.Directory)
            .WithEnvironmentVariables(Sidecar.Environment)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        var said = $"{run.StandardOutput}\n{run.StandardError}";
        run.ExitCode.ShouldBe(0, said);
        var result = run.StandardOutput.Split('\n').LastOrDefault(line => line.StartsWith(ResultMark, StringComparison.Ordinal));
        return result?[ResultMark.Length..] ?? throw new InvalidOperationException($"{script} {story} ended without a result:\n{said}");
    }
}
