using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene get ID</c>: one session, with why it is in its state.</summary>
internal sealed class GetCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };

    public GetCommand(CliContext context) : base(context, "get", "Show one session.") => Arguments.Add(id);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var session = await api.GetAsync<SessionDocument>(SessionPath.Of(parse.GetRequiredValue(id)), cancellationToken);
        output.Answer(session, writer => SessionCard.Write(writer, session, output.Style));
        return ExitCode.Done;
    }
}
