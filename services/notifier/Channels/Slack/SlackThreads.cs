using Athene.Contracts.Events;

namespace Athene.Notifier.Channels.Slack;

/// <summary>Remembers under which message the things about a session stand.</summary>
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

    private static string Key(string notifier, string sessionId) => $"slack-thread-{notifier}-{sessionId}";
}
