using Athene.Sidecar.PubSub;

namespace Athene.Sidecar.Resources;

/// <summary>A subscription from a resource file. An empty <paramref name="Scopes"/> means every app.</summary>
internal sealed record DeclaredSubscription(Subscription Subscription, IReadOnlyList<string> Scopes);
