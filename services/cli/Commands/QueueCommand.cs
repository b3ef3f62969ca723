namespace Athene.Cli.Commands;

/// <summary><c>athene queue</c>: the spawns that wait for their turn.</summary>
internal sealed class QueueCommand : System.CommandLine.Command
{
    public QueueCommand(CliContext context) : base("queue", "The spawns that wait for their turn.")
    {
        Add(new QueueListCommand(context));
        Add(new QueueChangeCommand(context, "cancel", "Give up a spawn that waits."));
        Add(new QueueChangeCommand(context, "release", "Start one as soon as there is room, whatever became of what it was to come after."));
    }
}
