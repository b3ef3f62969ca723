using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene spawn [ISSUE]</c>: a session for an issue or a prompt, shown step by step until its agent runs.</summary>
internal sealed class SpawnCommand : CliCommand
{
    private readonly Argument<string?> issue = new("ISSUE") { Description = "An issue, or PROJECT/ISSUE.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> project = new("--project", "-p") { Description = "The project (default: the only one, or the one around the working directory)." };
    private readonly Option<string?> prompt = new("--prompt") { Description = "The task in words." };
    private readonly Option<string?> promptFile = new("--prompt-file") { Description = "A file with the task in words; - is standard input." };
    private readonly Option<string?> agent = new("--agent") { Description = "The agent profile." };
    private readonly Option<string?> branch = new("--branch") { Description = "The branch to work on." };
    private readonly Option<string?> model = new("--model") { Description = "The model for the agent." };
    private readonly Option<string?> claim = new("--claim-pr") { Description = "A pull request that the session takes over once it runs." };
    private readonly Option<bool> assign = new("--assign", "--assign-on-github") { Description = "Also assign that pull request on its host to you." };
    private readonly Option<string[]> after = new("--after")
    {
        Description = "Sessions or issues that must be done or merged first: ID[,ID].", AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<SpawnPriority?> priority = new("--priority") { Description = "Its place when it has to wait: high, normal or low." };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Answer with the operation at once." };

    public SpawnCommand(CliContext context) : base(context, "spawn", "Start a session.")
    {
        Arguments.Add(issue);
        Options.Add(project);
        Options.Add(prompt);
        Options.Add(promptFile);
        Options.Add(agent);
        Options.Add(branch);
        Options.Add(model);
        Options.Add(claim);
        Options.Add(assign);
        Options.Add(after);
        Options.Add(priority);
        Options.Add(noWait);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        RefuseContradictions(parse);
        var task = await PromptAsync(parse, cancellationToken);
        using var api = SessionApi.Connect(Context);
        var (projectId, issueId) = await IssueTarget.FindAsync(api, Context, parse.GetValue(project), parse.GetValue(issue), cancellationToken);
        var request = new SpawnRequest(
            issueId, task, parse.GetValue(agent), parse.GetValue(branch), parse.GetValue(model), After: AfterOf(parse), Priority: parse.GetValue(priority));
        var operation = await api.PostAsync<SpawnRequest, OperationDocument>(
            $"v1/projects/{Uri.EscapeDataString(projectId)}/sessions", request, cancellationToken, idempotencyKey: Guid.CreateVersion7().ToString());
        if (parse.GetValue(noWait))
        {
            output.Answer(operation, writer => writer.WriteLine(operation.SessionId is null ? operation.Id : $"{operation.SessionId}  {operation.Id}"));
            return ExitCode.Done;
        }

        var session = await new FollowedOperation(api, output, Context.Time).SessionAsync(operation, cancellationToken);
        if (parse.GetValue(claim) is { } pr) session = await ClaimAsync(api, session, new ClaimRequest(pr, parse.GetValue(assign)), output, cancellationToken);
        output.Answer(session, writer => writer.WriteLine($"{output.Style.Strong(session.Id)}  {session.Agent}  {session.Branch}  {session.WorkspacePath}"));
        return ExitCode.Done;
    }

    private IReadOnlyList<string>? AfterOf(ParseResult parse) => parse.GetValue(after) is { Length: > 0 } names
        ? [.. names.SelectMany(name => name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : null;

    private void RefuseContradictions(ParseResult parse)
    {
        var claims = parse.GetValue(claim) is not null;
        if (claims && parse.GetValue(noWait)) throw Problems.Usage("--claim-pr and --no-wait exclude each other: the session must run first.", "Leave one out.");
        if (!claims && parse.GetValue(assign)) throw Problems.Usage("--assign says what to do with the pull request of --claim-pr.", "Give both.");
    }

    // The session stays, whatever becomes of the claim (spec sessions.md §18).
    private static async Task<SessionDocument> ClaimAsync(
        SessionApi api, SessionDocument session, ClaimRequest request, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            var claimed = await api.PostAsync<ClaimRequest, ClaimResult>(SessionPath.Of(session.Id, "/claims"), request, cancellationToken);
            output.Progress($"{session.Id} has pull request #{claimed.Pr.Number}");
            if (claimed.AssignmentError is { } error) output.Progress($"It could not be assigned: {error}");
            return await api.GetAsync<SessionDocument>(SessionPath.Of(session.Id), cancellationToken);
        }
        catch (AtheneException refused)
        {
            throw new AtheneException(refused.Problem with
            {
                Title = $"{session.Id} runs, but did not get the pull request: {refused.Problem.Title}",
                Hint = $"{refused.Hint} Then: athene claim {session.Id} {request.Pr}",
                SessionId = session.Id,
            });
        }
    }

    private async Task<string?> PromptAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var (text, file) = (parse.GetValue(prompt), parse.GetValue(promptFile));
        if (file is null) return text;
        if (text is not null) throw Problems.Usage("--prompt and --prompt-file exclude each other.", "Give one of them.");
        if (file == "-") return await Context.In.ReadToEndAsync(cancellationToken);
        var path = Path.GetFullPath(file, Context.WorkingDirectory);
        return File.Exists(path)
            ? await File.ReadAllTextAsync(path, cancellationToken)
            : throw Problems.Usage($"There is no file {path}.", "Name a file with the task in words, or - for standard input.");
    }
}
