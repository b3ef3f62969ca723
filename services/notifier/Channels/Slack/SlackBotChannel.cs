using System.Globalization;
using System.Text.Json.Nodes;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels.Slack;

/// <summary>
/// A bot of Slack, with a thread a session. Each message carries the notification's id as metadata, so that after a crash it can be seen whether it
/// arrived (for that the bot needs the scope channels:history; without it a crash at that very moment may tell something twice).
/// </summary>
public sealed class SlackBotChannel(string name, SlackSettings settings, SlackApi api, SlackThreads threads, TimeProvider clock) : IChannel
{
    private const string EventType = "athene_notification";

    private const string ThreadGone = "thread_not_found";

    /// <summary>How far back a message is looked for; longer than anything waits to be tried again after a crash.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var notification = message.Notification;
        var session = settings.Threads ? notification.SessionId : null;
        var thread = session is null ? null : await threads.FindAsync(name, session, cancellationToken);
        if (message.MayHaveArrived && await FindArrivedAsync(notification.Id, thread, cancellationToken) is { } arrived)
        {
            if (thread is null && session is not null) await threads.RememberAsync(name, session, arrived, cancellationToken);
            return;
        }

        var answer = await api.PostAsync("chat.postMessage", Body(notification, thread), cancellationToken);
        if (answer.Error == ThreadGone && thread is not null)
        {
            await threads.ForgetAsync(name, session!, cancellationToken);
            thread = null;
            answer = await api.PostAsync("chat.postMessage", Body(notification, thread), cancellationToken);
        }

        if (answer.Error is { } error) throw SlackApi.Refusal(error);
        if (thread is null && session is not null && ThreadOf(answer.Body) is { } first) await threads.RememberAsync(name, session, first, cancellationToken);
    }

    public async Task<string?> ProbeAsync(CancellationToken cancellationToken) =>
        (await api.PostAsync("auth.test", [], cancellationToken)).Error is { } error ? SlackApi.Refusal(error).Message : null;

    private JsonObject Body(Notification notification, SlackThread? thread)
    {
        var body = SlackMessage.Of(notification);
        body["channel"] = settings.Channel;
        body["metadata"] = new JsonObject { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["id"] = notification.Id } };
        if (thread is null) return body;
        body["thread_ts"] = thread.Ts;
        // Nobody is told of an answer in a thread that they do not follow.
        body["reply_broadcast"] = notification.Priority is NotificationPriority.Urgent or NotificationPriority.Action;
        return body;
    }

    private async Task<SlackThread?> FindArrivedAsync(string notificationId, SlackThread? thread, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string>
        {
            ["channel"] = thread?.Channel ?? settings.Channel!,
            ["oldest"] = (clock.GetUtcNow() - LookBack).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["include_all_metadata"] = "true",
            ["limit"] = "200",
        };
        if (thread is not null) query["ts"] = thread.Ts;
        var answer = await api.GetAsync(thread is null ? "conversations.history" : "conversations.replies", query, cancellationToken);
        // A bot that may not read cannot know; better twice than never.
        if (answer.Error is not null) return null;
        return answer.Body["messages"] is JsonArray messages
            && messages.OfType<JsonObject>().FirstOrDefault(sent => (string?)sent["metadata"]?["event_payload"]?["id"] == notificationId) is { } found
            && (string?)found["ts"] is { } ts
                ? new SlackThread(query["channel"], ts)
                : null;
    }

    private static SlackThread? ThreadOf(JsonObject answer) =>
        (string?)answer["channel"] is { } channel && (string?)answer["ts"] is { } ts ? new SlackThread(channel, ts) : null;
}
