namespace Athene.Dapr.Client;

/// <summary>What a sidecar says about itself.</summary>
/// <param name="id">The app id.</param>
/// <param name="actors">The actor types it hosts.</param>
/// <param name="extended">Labels, among them <c>daprRuntimeVersion</c>.</param>
/// <param name="components">The components it has loaded.</param>
public sealed class DaprMetadata(
    string id,
    IReadOnlyList<DaprActorMetadata> actors,
    IReadOnlyDictionary<string, string> extended,
    IReadOnlyList<DaprComponentsMetadata> components)
{
    public string Id { get; } = id;

    public IReadOnlyList<DaprActorMetadata> Actors { get; } = actors;

    public IReadOnlyDictionary<string, string> Extended { get; } = extended;

    public IReadOnlyList<DaprComponentsMetadata> Components { get; } = components;
}
