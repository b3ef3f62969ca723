namespace Athene.Session.Records;

/// <summary>Where a spawn of the queue stands.</summary>
public enum QueueState
{
    Waiting,

    /// <summary>It may begin, and counts as a session; it leaves the queue in the change that makes its session.</summary>
    Admitted,

    /// <summary>Somebody gave it up; it leaves the queue when its workflow has heard of it.</summary>
    Cancelled,
}
