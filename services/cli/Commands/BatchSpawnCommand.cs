using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene batch-spawn ISSUE…</c>: a session for each issue, one after the other. One that fails does not stop the others,
/// and one that has to wait for its turn is not waited for.</summary>
internal sealed class BatchSpawnCommand : CliCommand
{
    private readonly Argument<string[]> issues = new("ISSUE") { Description = "Issues, each also as PROJECT/ISSUE.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> project = new("--project", "-p") { Description = "The project of all of them." };
    private readonly Option<string?> agent = new("--agent") { Description = "The agent profile." };

    public BatchSpawnCommand(CliContext context) : base(context, "batch-spawn", "Start a session for each of several issues.")
    {
        Arguments.Add(issues);
        Options.Add(project);
        Options.Add(agent);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var batch = new Batch(api, output, Context.Time, parse.GetValue(agent));
        var known = new HashSet<(string, string)>();
        foreach (var (named, projectId, issue) in await TargetsAsync(api, parse, cancellationToken))
        {
            if (known.Add((projectId, issue.ToUpperInvariant()))) await batch.SpawnAsync(projectId, issue, named, cancellationToken);
            else batch.Skip(named, "it was named before.");
        }

        var result = batch.Result;
        output.Answer(result, writer => Write(writer, result));
        return result.Failed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    // All of them are understood before the first begins.
    private async Task<List<(string Named, string ProjectId, string Issue)>> TargetsAsync(
        SessionApi api, ParseResult parse, CancellationToken cancellationToken)
    {
        var named = parse.GetRequiredValue(issues);
        if (parse.GetValue(project) is { } one) return [.. named.Select(issue => (issue, one, issue))];
        var projects = (await api.GetAsync<ProjectList>("v1/projects", cancellationToken)).Data;
        return [.. named.Select(issue =>
        {
            var (chosen, rest) = ProjectChoice.Target(projects, issue, Context.VariableOrNull(ProjectChoice.Variable), Context.WorkingDirectory);
            return (issue, chosen.Id, rest!);
        })];
    }

    private static void Write(TextWriter writer, BatchSpawnDocument result)
    {
        foreach (var session in result.Created) writer.WriteLine($"{session.Id}  {session.Issue}  {session.Branch}");
        foreach (var queued in result.Queued) writer.WriteLine($"waits {queued.Issue}: {queued.OperationId}");
        foreach (var skipped in result.Skipped) writer.WriteLine($"skipped {skipped.Issue}: {skipped.Reason}");
        foreach (var failed in result.Failed) writer.WriteLine($"failed {failed.Issue}: {failed.Reason}");
    }

    private sealed class Batch(SessionApi api, CommandOutput output, TimeProvider time, string? agent)
    {
        private readonly List<SessionDocument> created = [];
        private readonly List<QueuedIssue> queued = [];
        private readonly List<UnspawnedIssue> skipped = [];
        private readonly List<UnspawnedIssue> failed = [];

        public BatchSpawnDocument Result => new(created, skipped, failed, queued);

        public void Skip(string issue, string reason) => skipped.Add(new UnspawnedIssue(issue, reason));

        public async Task SpawnAsync(string projectId, string issue, string named, CancellationToken cancellationToken)
        {
            output.Progress($"{named}:");
            try
            {
                var operation = await api.PostAsync<SpawnRequest, OperationDocument>(
                    $"v1/projects/{Uri.EscapeDataString(projectId)}/sessions", new SpawnRequest(issue, Agent: agent), cancellationToken,
                    idempotencyKey: Guid.CreateVersion7().ToString());
                if (await new FollowedOperation(api, output, time).SessionUnlessQueuedAsync(operation, cancellationToken) is { } session) created.Add(session);
                else queued.Add(new QueuedIssue(named, operation.Id));
            }
            catch (AtheneException taken) when (taken.Type == ErrorTypes.IssueTaken)
            {
                skipped.Add(new UnspawnedIssue(named, taken.Message, taken.Problem.SessionId));
            }
            catch (AtheneException failure) when (failure.Type != ErrorTypes.NotRunning)
            {
                failed.Add(new UnspawnedIssue(named, failure.Message));
            }
        }
    }
}
