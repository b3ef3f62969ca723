using Athene.Sidecar.Cel;

namespace Athene.Sidecar.PubSub;

/// <summary>Where in the app an event goes. Without a <paramref name="Rule"/> it takes every event.</summary>
internal sealed record SubscriptionRoute(CelRule? Rule, string Path);
