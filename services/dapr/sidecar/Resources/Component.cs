namespace Athene.Sidecar.Resources;

/// <summary>A Dapr component as its file declares it. An empty <paramref name="Scopes"/> means every app.</summary>
internal sealed record Component(
    string Name, string Type, string Version, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Scopes)
{
    public const string ActorStateStoreKey = "actorStateStore";

    public bool IsStateStore => Type.StartsWith("state.", StringComparison.Ordinal);

    public bool IsActorStateStore => IsStateStore && string.Equals(Metadata.GetValueOrDefault(ActorStateStoreKey), "true", StringComparison.OrdinalIgnoreCase);

    public bool IsPubSub => Type.StartsWith("pubsub.", StringComparison.Ordinal);

    public bool IsSecretStore => Type.StartsWith("secretstores.", StringComparison.Ordinal);

    public bool IsFor(string appId) => Scopes.Count == 0 || Scopes.Contains(appId);
}
