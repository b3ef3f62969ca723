using Athene.Contracts.Notifications;

namespace Athene.Notifier.Delivery;

/// <summary>A notification on its way to one notifier.</summary>
/// <param name="DueAt">When it is to be told.</param>
public sealed record Entry(string Id, NotificationPriority Priority, DateTimeOffset DueAt)
{
    /// <summary>Tries that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether it is told together with others.</summary>
    public bool Gathered { get; init; }

    /// <summary>Whether a person asked for it now, whatever the hour.</summary>
    public bool Asked { get; init; }

    /// <summary>Since when somebody is telling it; null: nobody is.</summary>
    public DateTimeOffset? SendingSince { get; init; }

    /// <summary>When the first try began that ended without an answer; null: none did.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>The digest that it was put into with others, once it was; a repetition tells the same ones under the same id.</summary>
    public string? Digest { get; init; }

    /// <summary>Why the last try failed, without any secret.</summary>
    public string? Error { get; init; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Whether it was given up because the configuration names no way to tell it.</summary>
    public bool NoTarget { get; init; }

    /// <summary>Whether the history knows that it was given up.</summary>
    public bool IsReported { get; init; }
}
