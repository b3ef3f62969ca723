using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene cleanup</c>: ends the sessions that are finished; their unsaved work is kept, as with any kill.</summary>
internal sealed class CleanupCommand : CliCommand
{
    private readonly Option<string?> project = new("--project", "-p") { Description = "Only this project's sessions." };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only say what would be ended." };
    private readonly Option<bool> purge = new("--purge") { Description = "Forget the records of those that are ended." };

    public CleanupCommand(CliContext context)
        : base(context, "cleanup", "End sessions whose pull requests are closed, whose issue is done, or whose agent is gone.")
    {
        Options.Add(project);
        Options.Add(dryRun);
        Options.Add(purge);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var request = new CleanupRequest(parse.GetValue(project), parse.GetValue(dryRun), parse.GetValue(purge));
        var result = await api.PostAsync<CleanupRequest, CleanupResult>("v1/cleanup", request, cancellationToken);
        output.Answer(result, writer => Write(writer, result, request.DryRun ? "Would end" : "Ended"));
        return result.Errors.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(TextWriter writer, CleanupResult result, string verb)
    {
        foreach (var session in result.Killed) writer.WriteLine($"{verb} {session}");
        foreach (var failure in result.Errors) writer.WriteLine($"Could not end {failure.SessionId}: {failure.Error}");
        if (result.Killed.Count + result.Errors.Count == 0) writer.WriteLine("Nothing to clean up.");
    }
}
