namespace Athene.Sidecar.Resources;

/// <summary>Everything the resource files declare.</summary>
/// <param name="InboundRetries">Retry policies for deliveries, by pub/sub component.</param>
internal sealed record ResourceSet(
    IReadOnlyList<Component> Components,
    IReadOnlyList<DeclaredSubscription> Subscriptions,
    IReadOnlyDictionary<string, RetryPolicy> InboundRetries)
{
    /// <summary>What a sidecar without resource files offers: the names of Athene's own components.</summary>
    public static ResourceSet BuiltIn { get; } = new(
        [
            new Component("statestore", "state.sqlite", "v1", new Dictionary<string, string> { [Component.ActorStateStoreKey] = "true" }, []),
            new Component("pubsub", "pubsub.sqlite", "v1", new Dictionary<string, string>(), []),
            new Component("secretstore", "secretstores.local.env", "v1", new Dictionary<string, string>(), []),
        ],
        [],
        new Dictionary<string, RetryPolicy>());

    public Component? StateStore(string name, string appId) => Find(name, appId, component => component.IsStateStore);

    public Component? PubSub(string name, string appId) => Find(name, appId, component => component.IsPubSub);

    public Component? SecretStore(string name, string appId) => Find(name, appId, component => component.IsSecretStore);

    /// <summary>The store of the app's actors; null when none is declared for it.</summary>
    public Component? ActorStateStore(string appId) => Components.FirstOrDefault(component => component.IsActorStateStore && component.IsFor(appId));

    public RetryPolicy InboundRetry(string pubsub) => InboundRetries.GetValueOrDefault(pubsub, RetryPolicy.None);

    private Component? Find(string name, string appId, Func<Component, bool> isKind) =>
        Components.FirstOrDefault(component => component.Name == name && isKind(component) && component.IsFor(appId));
}
