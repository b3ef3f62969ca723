using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Athene.Cli.Output;
using Athene.Configuration.Yaml;
using Athene.Contracts.Errors;

namespace Athene.Cli.Commands;

/// <summary>The <c>athene</c> command with all its commands.</summary>
internal sealed class AtheneCommandLine(CliContext context)
{
    // A message may begin with '@': it is text, not the name of a file with arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public async Task<int> RunAsync(string[] arguments, Interruption interruption)
    {
        var exitCode = await RunAsync(arguments, interruption.Token);
        return interruption.Signal is PosixSignal.SIGINT ? (int)ExitCode.Interrupted : exitCode;
    }

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var parse = Root().Parse(arguments, Parser);
        var configuration = new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return parse.Action is ParseErrorAction ? WrongUsage(parse) : await parse.InvokeAsync(configuration, cancellationToken);
    }

    private RootCommand Root() => new("Athene supervises a fleet of AI coding agents: each works on its own branch, in its own worktree and terminal.")
    {
        new UpCommand(context),
        new DownCommand(context),
        new StatusCommand(context),
        new DoctorCommand(context),
        new AgentsCommand(context),
        new DemoCommand(context),
        new ProjectCommand(context),
        new SpawnCommand(context),
        new BatchSpawnCommand(context),
        new QueueCommand(context),
        new BudgetCommand(context),
        new ListCommand(context),
        new GetCommand(context),
        new OutputCommand(context),
        new AttachCommand(context),
        new SendCommand(context),
        new KillCommand(context),
        new RestoreCommand(context),
        new ResumeCommand(context),
        new RenameCommand(context),
        new OrchestratorCommand(context),
        new RemapCommand(context),
        new ClaimCommand(context),
        new CleanupCommand(context),
        new IssueCommand(context),
        new EventsCommand(context),
        new NotificationsCommand(context),
        new ReportCommand(context),
    };

    private int WrongUsage(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var path = string.Join(' ', PathOf(parse.CommandResult).Reverse());
        var what = command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var word, ..]
            ? $"'{word}' is not a command of {path}."
            : parse.Errors[0].Message;
        var near = command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var typed, ..]
            ? Nearest.Of(typed, command.Subcommands.Select(subcommand => subcommand.Name))
            : null;
        var hint = near is null ? $"See: {path} --help" : $"Did you mean: {path} {near}";
        new CommandOutput(context, parse.Tokens.Any(token => token.Value == "--json"))
            .Problem(new ProblemDocument(ErrorTypes.RequestInvalid, what, 400, Hint: hint));
        return (int)ExitCode.WrongUsage;
    }

    private static IEnumerable<string> PathOf(System.CommandLine.Parsing.SymbolResult? result)
    {
        for (; result is System.CommandLine.Parsing.CommandResult command; result = result.Parent)
        {
            yield return command.Command is RootCommand ? "athene" : command.Command.Name;
        }
    }
}
