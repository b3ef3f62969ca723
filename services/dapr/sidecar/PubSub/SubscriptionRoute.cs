namespace Athene.Sidecar.PubSub;

/// <summary>Where in the app an event goes. An empty <paramref name="Match"/> takes every event.</summary>
internal sealed record SubscriptionRoute(string Match, string Path);
