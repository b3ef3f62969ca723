namespace Athene.Sidecar.PubSub;

/// <summary>What an app asked for at <c>GET /dapr/subscribe</c>: what can be granted, and what cannot be understood.</summary>
internal sealed record AskedSubscriptions(IReadOnlyList<Subscription> Granted, IReadOnlyList<RefusedSubscription> Refused)
{
    public static AskedSubscriptions None { get; } = new([], []);

    /// <summary>The app was asked and gave no answer that says anything: what it subscribed to before still waits for it.</summary>
    public static AskedSubscriptions Unknown { get; } = new([], []) { IsAll = false };

    /// <summary>Whether what is not here is not wanted.</summary>
    public bool IsAll { get; private init; } = true;
}
