using Athene.Cli.Commands;

namespace Athene.Cli.Tests.Support;

/// <summary>Runs a command line in this process, with a home, an environment and a standard input of its own.</summary>
internal sealed class CliRun(string home)
{
    private readonly Dictionary<string, string> environment = new() { ["ATHENE_HOME"] = home, ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };

    public string Input { get; init; } = "";

    public string WorkingDirectory { get; init; } = home;

    public bool Colour { get; init; }

    public CliRun With(string name, string? value)
    {
        if (value is null) environment.Remove(name);
        else environment[name] = value;
        return this;
    }

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await RunAsync(patience.Token, arguments);
    }

    public async Task<CliResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Input);
        var context = new CliContext(
            input, output, error, Interactive: false, Colour, environment.GetValueOrDefault, WorkingDirectory, TimeProvider.System);
        var exitCode = await new AtheneCommandLine(context).RunAsync(arguments, cancellationToken);
        return new CliResult((ExitCode)exitCode, output.ToString(), error.ToString());
    }
}
