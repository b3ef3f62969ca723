using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Notifications;

namespace Athene.Cli.Commands;

/// <summary><c>athene notifications test</c>: sends something now, to see whether it arrives. Ends with 1 when it did not.</summary>
internal sealed class NotificationTestCommand : CliCommand
{
    private readonly Option<string?> to = new("--to") { Description = "To this notifier (default: all that the priority goes to)." };
    private readonly Option<string?> project = new("--project", "-p") { Description = "As if it was about this project." };

    private readonly Option<NotificationPriority> priority = new("--priority")
    {
        Description = "urgent, action, warning or info (default).", DefaultValueFactory = _ => NotificationPriority.Info,
    };

    public NotificationTestCommand(CliContext context) : base(context, "test", "Send a test now, and say whether it was taken.")
    {
        Options.Add(to);
        Options.Add(project);
        Options.Add(priority);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.ConnectTo(Context, AppIds.Notifier);
        var request = new TrialRequest(parse.GetValue(to), parse.GetValue(project), parse.GetValue(priority));
        var result = await api.PostAsync<TrialRequest, TrialResult>("v1/notifications/test", request, cancellationToken);
        output.Answer(result, writer =>
        {
            if (result.Data.Count == 0) writer.WriteLine("Nobody hears of that priority: its route is empty.");
            foreach (var outcome in result.Data)
            {
                writer.WriteLine(outcome.Ok ? $"{output.Style.Good("taken ")}  {outcome.To}" : $"{output.Style.Bad("failed")}  {outcome.To}: {Printable.Of(outcome.Error ?? "")}");
            }
        });
        return result.Data.All(outcome => outcome.Ok) ? ExitCode.Done : ExitCode.Failed;
    }
}
