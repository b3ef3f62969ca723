namespace Athene.Sidecar.PubSub;

/// <summary>A message that a subscriber is to get now.</summary>
/// <param name="Attempt">Which try this is, from 1.</param>
internal sealed record DueMessage(long Id, Message Message, int Attempt);
