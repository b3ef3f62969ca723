using System.ComponentModel;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

/// <summary>A bubble on the desktop, where there is one.</summary>
public sealed class DesktopChannel(DesktopEnvironment desktop) : IChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public string Name => "desktop";

    public bool IsAvailable => desktop is { NotifySend: not null, HasSession: true };

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        if (desktop.NotifySend is not { } program) throw new ChannelException(Name, "notify-send is not installed");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var result = await Cli.Wrap(program)
                .WithArguments(["--app-name=Athene", $"--urgency={Urgency(notification.Priority)}", "--", notification.Title, PlainText(notification.Body)])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            if (!result.IsSuccess) throw new ChannelException(Name, $"notify-send ended with {result.ExitCode}: {result.StandardError.Trim()}");
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChannelException(Name, $"notify-send took longer than {Limit.TotalSeconds} s", exception);
        }
        catch (Win32Exception exception)
        {
            throw new ChannelException(Name, exception.Message, exception);
        }
    }

    private static string Urgency(NotificationPriority priority) => priority switch
    {
        NotificationPriority.Urgent => "critical",
        NotificationPriority.Info => "low",
        _ => "normal",
    };

    // Desktops read markup in a body, and a body may quote an agent.
    private static string PlainText(string body) =>
        body.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
