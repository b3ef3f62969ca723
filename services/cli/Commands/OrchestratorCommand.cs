namespace Athene.Cli.Commands;

/// <summary><c>athene orchestrator</c>: the session of a project that hands out its work.</summary>
internal sealed class OrchestratorCommand : System.CommandLine.Command
{
    public OrchestratorCommand(CliContext context) : base("orchestrator", "The session of a project that hands out its work to others.")
    {
        Add(new BringOrchestratorCommand(context, "ensure", "Have one: start it, bring it back to life, or leave the one that runs.", HttpMethod.Put, ""));
        Add(new BringOrchestratorCommand(context, "relaunch", "End the one that runs, with its work kept, and start a new one.", HttpMethod.Post, "/relaunch"));
    }
}
