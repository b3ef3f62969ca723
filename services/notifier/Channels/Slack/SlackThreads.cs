using Athene.Contracts.Events;

namespace Athene.Notifier.Channels.Slack;

/// <summary>Remembers under which message the things about a session stand, and the ids of channels that are known by name.</summary>
public sealed class SlackThreads(DaprClient dapr)
{
    private static readonly Dictionary<string, string> ForTwoMonths = new()
    {
        ["ttlInSeconds"] = ((int)TimeSpan.FromDays(60).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The first message (its <c>ts</c>) about the session; null: there is none yet.</summary>
    public Task<SlackThread?> FindAsync(string notifier, string sessionId, CancellationToken cancellationToken) =>
        dapr.GetStateAsync<SlackThread>(Topics.StateStore, Key(notifier, sessionId), cancellationToken: cancellationToken);

    public Task RememberAsync(string notifier, string sessionId, SlackThread thread, CancellationToken cancellationToken) =>
        dapr.SaveStateAsync(Topics.StateStore, Key(notifier, sessionId), thread, metadata: ForTwoMonths, cancellationToken: cancellationToken);

    public Task ForgetAsync(string notifier, string sessionId, CancellationToken cancellationToken) =>
        dapr.DeleteStateAsync(Topics.StateStore, Key(notifier, sessionId), cancellationToken: cancellationToken);

    /// <summary>The id of the channel that a notifier writes to, as Slack last told it; null: nothing was written there yet.</summary>
    public async Task<string?> ChannelAsync(string notifier, string channel, CancellationToken cancellationToken) =>
        await dapr.GetStateAsync<SlackPlace>(Topics.StateStore, PlaceKey(notifier), cancellationToken: cancellationToken) is { } place && place.Channel == channel ? place.Id : null;

    public Task RememberChannelAsync(string notifier, string channel, string id, CancellationToken cancellationToken) =>
        dapr.SaveStateAsync(Topics.StateStore, PlaceKey(notifier), new SlackPlace(channel, id), cancellationToken: cancellationToken);

    private static string PlaceKey(string notifier) => $"slack-channel-{notifier}";

    private static string Key(string notifier, string sessionId) => $"slack-thread-{notifier}-{sessionId}";

    // What a configuration calls a channel may be moved to another one.
    private sealed record SlackPlace(string Channel, string Id);
}
