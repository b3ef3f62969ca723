using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene restore ID</c>: brings an ended session, or one whose agent has died, back to life; shown step by step.</summary>
internal sealed class RestoreCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };

    public RestoreCommand(CliContext context) : base(context, "restore", "Bring a session back to life, with its work and, where it can be, its conversation.") =>
        Arguments.Add(id);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var operation = await api.BeginAsync(SessionPath.Of(parse.GetRequiredValue(id), "/restore"), cancellationToken);
        var session = await new FollowedOperation(api, output, Context.Time).SessionAsync(operation, cancellationToken);
        output.Answer(session, writer => writer.WriteLine(InWords(session)));
        return ExitCode.Done;
    }

    private static string InWords(SessionDocument session) => session.RestoreFallbackReason is { } reason
        ? $"{session.Id} is back, without its old conversation: {reason} Its agent was told the task and how far the work has got."
        : $"{session.Id} is back.";
}
