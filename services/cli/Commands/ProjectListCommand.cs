using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Projects;

namespace Athene.Cli.Commands;

/// <summary><c>athene project ls</c>.</summary>
internal sealed class ProjectListCommand(CliContext context) : CliCommand(context, "ls", "List the registered repositories.")
{
    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var projects = await api.GetAsync<ProjectList>("v1/projects", cancellationToken);
        output.Answer(projects, writer => ProjectTable.Write(writer, projects.Data));
        return ExitCode.Done;
    }
}
