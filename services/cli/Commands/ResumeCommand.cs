using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene resume ID</c>: ends the pause of a session.</summary>
internal sealed class ResumeCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Option<string?> message = new("--message", "-m") { Description = "What its agent is told then." };

    public ResumeCommand(CliContext context) : base(context, "resume", "Let a paused session go on.")
    {
        Arguments.Add(id);
        Options.Add(message);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var session = await api.PostAsync<ResumeRequest, SessionDocument>(
            SessionPath.Of(parse.GetRequiredValue(id), "/resume"), new ResumeRequest(Message: parse.GetValue(message)), cancellationToken);
        output.Answer(session, writer => writer.WriteLine($"{session.Id} is not paused."));
        return ExitCode.Done;
    }
}
