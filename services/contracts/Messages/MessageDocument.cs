namespace Athene.Contracts.Messages;

/// <summary>A message to an agent, and how far it has got.</summary>
/// <param name="Pending">More is going to be known: it is still to be typed, or the agent shows the prompts that it takes and has not shown this one.</param>
public sealed record MessageDocument(string MessageId, MessageState State, string? Error = null, bool Pending = false);
