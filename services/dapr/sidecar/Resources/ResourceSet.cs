namespace Athene.Sidecar.Resources;

/// <summary>Everything the resource files declare.</summary>
/// <param name="Remarks">What the files say and the sidecar does not follow, for the log.</param>
internal sealed record ResourceSet(
    IReadOnlyList<Component> Components,
    IReadOnlyList<DeclaredSubscription> Subscriptions,
    IReadOnlyList<PolicyTarget> Targets,
    IReadOnlyList<string> Remarks)
{
    /// <summary>What a sidecar without resource files offers: the names of Athene's own components.</summary>
    public static ResourceSet BuiltIn { get; } = new(
        [
            new Component("statestore", "state.sqlite", "v1", new Dictionary<string, string> { [Component.ActorStateStoreKey] = "true" }, []),
            new Component("pubsub", "pubsub.sqlite", "v1", new Dictionary<string, string>(), []),
            new Component("secretstore", "secretstores.local.env", "v1", new Dictionary<string, string>(), []),
        ],
        [],
        [],
        []);

    /// <summary>What a Configuration file says about workflows.</summary>
    public WorkflowSettings Workflows { get; init; } = new();

    public Component? StateStore(string name, string appId) => Find(name, appId, component => component.IsStateStore);

    public Component? PubSub(string name, string appId) => Find(name, appId, component => component.IsPubSub);

    public Component? SecretStore(string name, string appId) => Find(name, appId, component => component.IsSecretStore);

    /// <summary>The store of the app's actors; null when none is declared for it.</summary>
    public Component? ActorStateStore(string appId) => Components.FirstOrDefault(component => component.IsActorStateStore && component.IsFor(appId));

    /// <summary>How persistent deliveries of a component to an app are.</summary>
    public CallPolicy Inbound(string pubsub, string appId) => Policy(PolicyTargetKind.Inbound, pubsub, appId);

    /// <summary>How persistent invocations of <paramref name="callee"/> by an app are.</summary>
    public CallPolicy Invocation(string callee, string appId) => Policy(PolicyTargetKind.App, callee, appId);

    private CallPolicy Policy(PolicyTargetKind kind, string name, string appId) => Targets.FirstOrDefault(target => target.IsFor(kind, name, appId))?.Policy ?? CallPolicy.None;

    private Component? Find(string name, string appId, Func<Component, bool> isKind) =>
        Components.FirstOrDefault(component => component.Name == name && isKind(component) && component.IsFor(appId));
}
