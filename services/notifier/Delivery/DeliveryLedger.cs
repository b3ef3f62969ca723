using Athene.Contracts.Events;

namespace Athene.Notifier.Delivery;

/// <summary>
/// Remembers in the state store what was delivered where. Who delivers claims first, so that two deliveries at once become one; a claim
/// whose owner died counts as none after a while.
/// </summary>
public sealed class DeliveryLedger(DaprClient dapr, TimeProvider clock)
{
    /// <summary>Longer than any channel takes.</summary>
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(1);

    private static readonly StateOptions FirstWins = new() { Concurrency = ConcurrencyMode.FirstWrite };

    private static readonly Dictionary<string, string> ForAWeek = new()
    {
        ["ttlInSeconds"] = ((int)TimeSpan.FromDays(7).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Asks to deliver. Whoever is granted it must confirm, or give it back.</summary>
    public async Task<Claim> ClaimAsync(string channel, string notificationId, CancellationToken cancellationToken)
    {
        var key = Key(channel, notificationId);
        var (mark, etag) = await dapr.GetStateAndETagAsync<DeliveryMark>(Topics.StateStore, key, cancellationToken: cancellationToken);
        var now = clock.GetUtcNow();
        if (mark is { Delivered: true }) return Claim.AlreadyDelivered;
        if (mark is not null && now - mark.At < ClaimLifetime) return Claim.Busy;
        return await dapr.TrySaveStateAsync(Topics.StateStore, key, new DeliveryMark(false, now), etag, FirstWins, ForAWeek, cancellationToken)
            ? Claim.Granted
            : Claim.Busy;
    }

    public Task ConfirmAsync(string channel, string notificationId, CancellationToken cancellationToken) => dapr.SaveStateAsync(
        Topics.StateStore, Key(channel, notificationId), new DeliveryMark(true, clock.GetUtcNow()), metadata: ForAWeek, cancellationToken: cancellationToken);

    public Task GiveBackAsync(string channel, string notificationId, CancellationToken cancellationToken) =>
        dapr.DeleteStateAsync(Topics.StateStore, Key(channel, notificationId), cancellationToken: cancellationToken);

    private static string Key(string channel, string notificationId) => $"delivered-{channel}-{notificationId}";
}
