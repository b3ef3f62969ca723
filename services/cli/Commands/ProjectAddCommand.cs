using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Projects;

namespace Athene.Cli.Commands;

/// <summary><c>athene project add PATH</c>: registers a repository, also while sessions run.</summary>
internal sealed class ProjectAddCommand : CliCommand
{
    private readonly Argument<string> path = new("PATH") { Description = "A git repository on this machine." };
    private readonly Option<string?> id = new("--id") { Description = "Its name in Athene (default: the directory's name)." };
    private readonly Option<string?> prefix = new("--prefix") { Description = "What its sessions' ids begin with." };
    private readonly Option<string?> repo = new("--repo") { Description = "OWNER/NAME on its host (default: from the remote)." };
    private readonly Option<string?> branch = new("--branch") { Description = "The branch that work starts from (default: the repository's)." };

    public ProjectAddCommand(CliContext context) : base(context, "add", "Register a repository.")
    {
        Arguments.Add(path);
        Options.Add(id);
        Options.Add(prefix);
        Options.Add(repo);
        Options.Add(branch);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var request = new ProjectRequest(
            Path.GetFullPath(parse.GetRequiredValue(path), Context.WorkingDirectory),
            parse.GetValue(id), parse.GetValue(prefix), parse.GetValue(repo), parse.GetValue(branch));
        var project = await api.PostAsync<ProjectRequest, ProjectDocument>("v1/projects", request, cancellationToken);
        output.Answer(project, writer => writer.WriteLine($"{output.Style.Strong(project.Id)}  {project.Path}  sessions {project.Prefix}-N from {project.DefaultBranch}"));
        return ExitCode.Done;
    }
}
