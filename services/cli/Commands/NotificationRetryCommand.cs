using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Notifications;

namespace Athene.Cli.Commands;

/// <summary><c>athene notifications retry ID</c>: sends again what was given up.</summary>
internal sealed class NotificationRetryCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The notification, as 'athene notifications ls' calls it." };
    private readonly Option<string?> to = new("--to") { Description = "Only to this notifier." };

    public NotificationRetryCommand(CliContext context) : base(context, "retry", "Send a notification again to whoever gave it up.")
    {
        Arguments.Add(id);
        Options.Add(to);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.ConnectTo(Context, AppIds.Notifier);
        var notification = await api.PostAsync<RetryRequest, NotificationDocument>(
            $"v1/notifications/{Uri.EscapeDataString(parse.GetRequiredValue(id))}/retry", new RetryRequest(parse.GetValue(to)), cancellationToken);
        output.Answer(notification, writer => writer.WriteLine($"{Printable.Of(notification.Notification.Id)} is sent again. See: athene notifications ls"));
        return ExitCode.Done;
    }
}
