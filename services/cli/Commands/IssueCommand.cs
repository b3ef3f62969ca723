namespace Athene.Cli.Commands;

/// <summary><c>athene issue</c>: the issues of a project, in whichever tracker they are.</summary>
internal sealed class IssueCommand : System.CommandLine.Command
{
    public IssueCommand(CliContext context) : base("issue", "The issues of a project, in whichever tracker they are.")
    {
        Add(new IssueListCommand(context));
        Add(new IssueShowCommand(context));
        Add(new IssueCommentCommand(context));
        Add(new IssueCloseCommand(context));
    }
}
