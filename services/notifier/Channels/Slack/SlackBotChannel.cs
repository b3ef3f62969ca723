using System.Globalization;
using System.Text.Json.Nodes;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels.Slack;

/// <summary>
/// A bot of Slack, with a thread a session. Each message carries the notification's id as metadata, so that after a crash it can be seen whether it
/// arrived (for that the bot needs the scope channels:history; without it a crash at that very moment may tell something twice).
/// </summary>
public sealed class SlackBotChannel(string name, SlackSettings settings, SlackApi api, SlackThreads threads) : IChannel
{
    private const string EventType = "athene_notification";

    private const string ThreadGone = "thread_not_found";

    /// <summary>How far around the time of an unanswered try its message is looked for: clocks differ, and a try may be repeated soon.</summary>
    private static readonly TimeSpan LookAround = TimeSpan.FromMinutes(15);

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var notification = message.Notification;
        var session = settings.Threads ? notification.SessionId : null;
        var thread = session is null ? null : await threads.FindAsync(name, session, cancellationToken);
        if (message.UnansweredSince is { } since && await FindArrivedAsync(notification.Id, since, thread, cancellationToken) is { } arrived)
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
        if (ThreadOf(answer.Body) is not { } first) return;
        if (await PlaceAsync(cancellationToken) != first.Channel) await threads.RememberChannelAsync(name, settings.Channel!, first.Channel, cancellationToken);
        if (thread is null && session is not null) await threads.RememberAsync(name, session, first, cancellationToken);
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

    // In the session's thread, and in the channel: the thread may have been begun by something that was told since.
    private async Task<SlackThread?> FindArrivedAsync(
        string notificationId, DateTimeOffset since, SlackThread? thread, CancellationToken cancellationToken)
    {
        if (thread is not null && await FindAsync("conversations.replies", notificationId, since, thread, cancellationToken) is { } answer) return answer;
        var channel = thread?.Channel ?? await PlaceAsync(cancellationToken) ?? settings.Channel!;
        return await FindAsync("conversations.history", notificationId, since, new SlackThread(channel, ""), cancellationToken);
    }

    // One may be written to by its name, and read only by its id.
    private Task<string?> PlaceAsync(CancellationToken cancellationToken) => threads.ChannelAsync(name, settings.Channel!, cancellationToken);

    private async Task<SlackThread?> FindAsync(
        string method, string notificationId, DateTimeOffset since, SlackThread place, CancellationToken cancellationToken)
    {
        var query = new Dictionary<string, string>
        {
            ["channel"] = place.Channel,
            ["oldest"] = Seconds(since - LookAround),
            ["latest"] = Seconds(since + LookAround),
            ["include_all_metadata"] = "true",
            ["limit"] = "200",
        };
        if (place.Ts.Length > 0) query["ts"] = place.Ts;
        var answer = await api.GetAsync(method, query, cancellationToken);
        if (answer.Error is { } passing && SlackApi.IsPassing(passing)) throw SlackApi.Refusal(passing);
        // A bot that may not read cannot know; better twice than never.
        if (answer.Error is not null || answer.Body["messages"] is not JsonArray messages) return null;
        var found = messages.OfType<JsonObject>().FirstOrDefault(sent => (string?)sent["metadata"]?["event_payload"]?["id"] == notificationId);
        return (string?)found?["ts"] is { } arrived ? place with { Ts = arrived } : null;
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static SlackThread? ThreadOf(JsonObject answer) =>
        (string?)answer["channel"] is { } channel && (string?)answer["ts"] is { } ts ? new SlackThread(channel, ts) : null;
}
