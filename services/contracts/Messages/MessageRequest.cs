namespace Athene.Contracts.Messages;

/// <summary>A message to an agent; the same <paramref name="Id"/> again is the same message, sent once.</summary>
/// <param name="Automatic">Athene says it on its own: it waits while the session is paused for whatever reason.</param>
public sealed record MessageRequest(string Text, string? Id = null, bool Automatic = false);
