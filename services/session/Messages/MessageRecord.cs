using Athene.Contracts.Messages;

namespace Athene.Session.Messages;

/// <summary>A message to an agent.</summary>
public sealed record MessageRecord(string Id, string Text, MessageState State, DateTimeOffset At, string? Error = null)
{
    /// <summary>Whether it is certain or impossible to know what became of it; nothing more will be done.</summary>
    public bool IsFinal => State is not (MessageState.Queued or MessageState.Pasted);

    public MessageDocument ToDocument() => new(Id, State, Error);
}
