namespace Athene.Session.Messages;

/// <summary>The kinds of steps on the way of a message to its agent.</summary>
public enum DeliveryAction
{
    /// <summary>The agent is there to read it.</summary>
    Type,

    /// <summary>Not now; it is looked at again.</summary>
    Wait,

    /// <summary>The agent has just been started and may not be there yet.</summary>
    AwaitStart,

    /// <summary>The agent is gone, and must come back first.</summary>
    Restore,

    /// <summary>It will never be delivered.</summary>
    Refuse,
}
