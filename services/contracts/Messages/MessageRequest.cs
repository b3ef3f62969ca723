namespace Athene.Contracts.Messages;

/// <summary>A message to an agent; the same <paramref name="Id"/> again is the same message, sent once.</summary>
public sealed record MessageRequest(string Text, string? Id = null);
