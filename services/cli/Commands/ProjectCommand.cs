namespace Athene.Cli.Commands;

/// <summary><c>athene project</c>: the repositories that Athene works on.</summary>
internal sealed class ProjectCommand : System.CommandLine.Command
{
    public ProjectCommand(CliContext context) : base("project", "The repositories that Athene works on.")
    {
        Add(new ProjectAddCommand(context));
        Add(new ProjectListCommand(context));
        Add(new ProjectRemoveCommand(context));
    }
}
