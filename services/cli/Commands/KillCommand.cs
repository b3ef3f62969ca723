using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene kill ID</c>: ends a session; unsaved work is kept under a ref first.</summary>
internal sealed class KillCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Option<bool> purge = new("--purge") { Description = "Forget its record too." };
    private readonly Option<bool> force = new("--force") { Description = "End it even when its unsaved work cannot be kept." };

    public KillCommand(CliContext context) : base(context, "kill", "End a session. Unsaved work is kept under a git ref first.")
    {
        Arguments.Add(id);
        Options.Add(purge);
        Options.Add(force);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var session = parse.GetRequiredValue(id);
        var request = new KillRequest(Purge: parse.GetValue(purge), Force: parse.GetValue(force));
        var result = await api.PostAsync<KillRequest, KillResult>(SessionPath.Of(session, "/kill"), request, cancellationToken);
        output.Answer(result, writer => writer.WriteLine(InWords(session, result)));
        return ExitCode.Done;
    }

    private static string InWords(string session, KillResult result)
    {
        var what = result.AlreadyTerminated ? $"{session} had ended before." : $"{session} has ended.";
        return result.RescueRef is null ? what : $"{what} Its unsaved work is kept: git log {result.RescueRef}";
    }
}
