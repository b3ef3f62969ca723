namespace Athene.Cli.Commands;

/// <summary><c>athene notifications</c>: what people were told, and what they were not.</summary>
internal sealed class NotificationsCommand : System.CommandLine.Command
{
    public NotificationsCommand(CliContext context) : base("notifications", "What people were told, and what they were not.")
    {
        Add(new NotificationListCommand(context));
        Add(new NotificationRetryCommand(context));
        Add(new NotificationTestCommand(context));
    }
}
