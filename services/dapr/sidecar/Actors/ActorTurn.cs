namespace Athene.Sidecar.Actors;

/// <summary>A turn under way.</summary>
/// <param name="Chain">The id that lets the calls it causes come back in; null when the type is not reentrant.</param>
internal readonly record struct ActorTurn(ActiveActor Actor, ActorHost Host, string? Chain);
