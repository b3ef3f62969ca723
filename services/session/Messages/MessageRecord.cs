using Athene.Contracts.Messages;

namespace Athene.Session.Messages;

/// <summary>A message to an agent.</summary>
/// <param name="At">When it was taken into the queue.</param>
/// <param name="SubmittedAt">When it was typed and sent off.</param>
/// <param name="Provable">The agent shows the prompts that it takes: what it does not show, it has not got.</param>
public sealed record MessageRecord(
    string Id, string Text, MessageState State, DateTimeOffset At, string? Error = null, DateTimeOffset? SubmittedAt = null, bool Provable = false)
{
    /// <summary>Athene says it on its own.</summary>
    public bool Automatic { get; init; }

    /// <summary>Whether it is certain or impossible to know what became of it; nothing more will be done.</summary>
    public bool IsFinal => State is not (MessageState.Queued or MessageState.Pasted) && !(State is MessageState.Submitted && Provable);

    public MessageDocument ToDocument() => new(Id, State, Error, Pending: !IsFinal);
}
