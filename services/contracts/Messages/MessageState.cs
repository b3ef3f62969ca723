namespace Athene.Contracts.Messages;

/// <summary>How far a message to an agent has got.</summary>
public enum MessageState
{
    Queued,
    Pasted,
    Submitted,
    Accepted,
    Unconfirmed,
    Failed,
}
