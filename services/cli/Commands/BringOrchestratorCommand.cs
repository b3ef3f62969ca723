using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Commands;

/// <summary><c>athene orchestrator ensure</c> and <c>relaunch</c>: the same question, asked at another address.</summary>
internal sealed class BringOrchestratorCommand : CliCommand
{
    private readonly HttpMethod method;
    private readonly string below;
    private readonly Option<string?> project = new("--project", "-p") { Description = "The project (default: the only one, or the one around the working directory)." };
    private readonly Option<string?> agent = new("--agent") { Description = "The agent profile, when one is started." };

    public BringOrchestratorCommand(CliContext context, string name, string description, HttpMethod method, string below)
        : base(context, name, description)
    {
        this.method = method;
        this.below = below;
        Options.Add(project);
        Options.Add(agent);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var projectId = parse.GetValue(project) ?? await ChosenAsync(api, cancellationToken);
        var operation = await api.BeginAsync(
            method, $"v1/projects/{Uri.EscapeDataString(projectId)}/orchestrator{below}", new OrchestratorRequest(parse.GetValue(agent)), cancellationToken);
        var session = await new FollowedOperation(api, output, Context.Time).SessionAsync(operation, cancellationToken);
        output.Answer(session, writer => writer.WriteLine($"{output.Style.Strong(session.Id)}  {session.Agent}  {session.Branch}  {session.WorkspacePath}"));
        return ExitCode.Done;
    }

    private async Task<string> ChosenAsync(SessionApi api, CancellationToken cancellationToken)
    {
        var projects = (await api.GetAsync<ProjectList>("v1/projects", cancellationToken)).Data;
        return ProjectChoice.Resolve(projects, Context.VariableOrNull(ProjectChoice.Variable), Context.WorkingDirectory).Id;
    }
}
