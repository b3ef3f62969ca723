using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene remap ID</c>: finds the agent's own conversation of a session again.</summary>
internal sealed class RemapCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Option<bool> force = new("--force") { Description = "Look for it even when one is known, and take the newest." };

    public RemapCommand(CliContext context) : base(context, "remap", "Find the agent's own conversation of a session again.")
    {
        Arguments.Add(id);
        Options.Add(force);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var session = await api.PostAsync<RemapRequest, SessionDocument>(
            SessionPath.Of(parse.GetRequiredValue(id), "/remap"), new RemapRequest(parse.GetValue(force)), cancellationToken);
        output.Answer(session, writer => writer.WriteLine($"The conversation of {session.Id} is {session.NativeSessionId}."));
        return ExitCode.Done;
    }
}
