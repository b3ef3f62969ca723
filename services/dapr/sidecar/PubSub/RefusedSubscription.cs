namespace Athene.Sidecar.PubSub;

/// <summary>A subscription that an app asked for and does not get; its events are kept until it asks for something that can be understood.</summary>
/// <param name="Reason">What is wrong, and where.</param>
internal sealed record RefusedSubscription(string PubSub, string Topic, string Reason);
