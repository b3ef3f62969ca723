using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Notifications;

namespace Athene.Cli.Commands;

/// <summary><c>athene notifications ls</c>: the newest ones, and how far each got.</summary>
internal sealed class NotificationListCommand : CliCommand
{
    private readonly Option<bool> failed = new("--failed") { Description = "Only those that a notifier gave up." };
    private readonly Option<string?> to = new("--to") { Description = "Only those for this notifier." };
    private readonly Option<int?> limit = new("--limit", "-n") { Description = "At most so many; at most 500." };

    public NotificationListCommand(CliContext context) : base(context, "ls", "List notifications, the newest first, and how far each got.")
    {
        Options.Add(failed);
        Options.Add(to);
        Options.Add(limit);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.ConnectTo(Context, AppIds.Notifier);
        var query = new List<string>();
        if (parse.GetValue(failed)) query.Add("failed=true");
        if (parse.GetValue(to) is { } notifier) query.Add($"to={Uri.EscapeDataString(notifier)}");
        if (parse.GetValue(limit) is { } most) query.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"limit={most}"));
        var list = await api.GetAsync<NotificationList>($"v1/notifications{(query.Count == 0 ? "" : "?")}{string.Join('&', query)}", cancellationToken);
        output.Answer(list, writer => NotificationTable.Write(writer, list.Data, Context.Time.GetUtcNow(), output.Style));
        return ExitCode.Done;
    }
}
