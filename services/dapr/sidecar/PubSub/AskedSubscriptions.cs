namespace Athene.Sidecar.PubSub;

/// <summary>What an app asked for at <c>GET /dapr/subscribe</c>: what can be granted, and what cannot be understood.</summary>
internal sealed record AskedSubscriptions(IReadOnlyList<Subscription> Granted, IReadOnlyList<RefusedSubscription> Refused)
{
    public static AskedSubscriptions None { get; } = new([], []);
}
