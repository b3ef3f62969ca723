namespace Athene.Contracts.Notifications;

/// <summary>How far a notification got with one notifier.</summary>
public enum DeliveryState
{
    /// <summary>It is to be told later: the next try, the end of quiet hours, the next digest.</summary>
    Waiting,

    Delivered,

    /// <summary>Given up; it can be sent again.</summary>
    Failed,
}
