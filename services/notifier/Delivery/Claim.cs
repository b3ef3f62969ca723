namespace Athene.Notifier.Delivery;

/// <summary>Whether the one who asks may deliver a notification in a channel.</summary>
public enum Claim
{
    Granted,

    AlreadyDelivered,

    /// <summary>Somebody else is at it; it may have to come again.</summary>
    Busy,
}
