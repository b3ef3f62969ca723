namespace Athene.Contracts.Messages;

/// <summary>A message to an agent, and how far it has got.</summary>
public sealed record MessageDocument(string MessageId, MessageState State, string? Error = null);
