using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Projects;

namespace Athene.Cli.Commands;

/// <summary><c>athene project rm ID</c>: forgets a repository; the repository itself stays as it is.</summary>
internal sealed class ProjectRemoveCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The project." };

    public ProjectRemoveCommand(CliContext context) : base(context, "rm", "Forget a repository. Its files stay as they are.") => Arguments.Add(id);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var removed = await api.DeleteAsync<ProjectDocument>($"v1/projects/{Uri.EscapeDataString(parse.GetRequiredValue(id))}", cancellationToken);
        output.Answer(removed, writer => writer.WriteLine($"Forgot {removed.Id}; {removed.Path} stays as it is."));
        return ExitCode.Done;
    }
}
