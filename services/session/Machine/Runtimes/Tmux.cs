using System.ComponentModel;
using System.Text;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Runs the tmux client against one server.</summary>
internal sealed class Tmux(string program, string socket, TimeSpan limit, TimeProvider time)
{
    private static readonly Dictionary<string, string?> Environment = new(InheritedEnvironment.Removals());

    public string Socket => socket;

    /// <summary>Runs tmux commands, separated by ";" elements, in one process; the server does them as one.</summary>
    public async Task<TmuxResult> RunAsync(IEnumerable<string> commands, CancellationToken cancellationToken, string? input = null)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await RunUnboundedAsync(commands, either.Token, input);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RuntimeErrors.TmuxFailed("answer", $"nothing came within {limit.TotalSeconds:0} s");
        }
    }

    /// <summary>The same without a time limit, for commands whose purpose is to wait.</summary>
    public async Task<TmuxResult> RunUnboundedAsync(IEnumerable<string> commands, CancellationToken cancellationToken, string? input = null)
    {
        try
        {
            var result = await Cli.Wrap(program)
                .WithArguments(["-u", "-f", "/dev/null", "-S", socket, .. commands])
                .WithWorkingDirectory(Path.GetDirectoryName(socket)!)
                .WithEnvironmentVariables(Environment)
                .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input, Encoding.UTF8))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
            return new TmuxResult(result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (Win32Exception error)
        {
            throw RuntimeErrors.TmuxMissing(error);
        }
    }

    /// <summary>A value as one element of a tmux command line, where a ';' at the end would separate commands.</summary>
    public static string Literal(string value) => value.EndsWith(';') ? $"{value[..^1]}\\;" : value;

    /// <summary>A value where tmux expands formats.</summary>
    public static string LiteralFormat(string value) => Literal(value.Replace("#", "##", StringComparison.Ordinal));
}
