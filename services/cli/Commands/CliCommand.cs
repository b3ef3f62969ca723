using System.CommandLine;
using Athene.Cli.Output;
using Athene.Contracts.Errors;

namespace Athene.Cli.Commands;

/// <summary>A command of <c>athene</c>: it parses its arguments, does one thing, and answers through a <see cref="CommandOutput"/>.</summary>
internal abstract class CliCommand : System.CommandLine.Command
{
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document on standard output, and nothing else there." };

    protected CliCommand(CliContext context, string name, string description) : base(name, description)
    {
        Context = context;
        Options.Add(json);
        SetAction(async (parse, cancellationToken) => (int)await AnswerAsync(parse, cancellationToken));
    }

    protected CliContext Context { get; }

    protected abstract Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken);

    private async Task<ExitCode> AnswerAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var output = new CommandOutput(Context, parse.GetValue(json));
        try
        {
            return await RunAsync(parse, output, cancellationToken);
        }
        catch (AtheneException error)
        {
            output.Problem(error.Problem);
            return Problems.ExitCodeOf(error.Problem);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }
}
