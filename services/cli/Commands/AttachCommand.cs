using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene attach ID</c>: a terminal on a session.</summary>
internal sealed class AttachCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };

    public AttachCommand(CliContext context) : base(context, "attach", "Open a session's terminal.") => Arguments.Add(id);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var session = parse.GetRequiredValue(id);
        var attach = await api.GetAsync<AttachDocument>(SessionPath.Of(session, "/attach"), cancellationToken);
        if (output.Json)
        {
            output.Answer(attach, _ => { });
            return ExitCode.Done;
        }

        if (!Context.Interactive) throw Problems.Usage("athene attach needs a terminal.", $"Without one, read the screen with: athene output {session}");
        // Ctrl-C belongs to the agent in the terminal, so the cancellation of this command does not end it.
        return await RunOnTerminalAsync(attach.Command) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> RunOnTerminalAsync(IReadOnlyList<string> command)
    {
        try
        {
            // Not through the runner of processes: the program must own this terminal, not pipes.
            using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)))!;
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode;
        }
        catch (Win32Exception error)
        {
            throw Problems.Failed($"Cannot run {command[0]}: {error.Message}", "See what is missing with: athene doctor", error);
        }
    }
}
