namespace Athene.Contracts.Notifications;

/// <summary>Something a person should hear of, once a channel.</summary>
/// <param name="Id">What is said twice has the same id twice.</param>
/// <param name="Links">Addresses for people, the most useful one first.</param>
public sealed record Notification(
    string Id, NotificationPriority Priority, string Title, string Body, string? SessionId = null, IReadOnlyList<string>? Links = null)
{
    /// <summary>What it is about, such as <c>ci.failing</c> (spec trackers-scm-notifiers.md §13).</summary>
    public string? Type { get; init; }

    /// <summary>Null for what concerns no project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What a person might want to know besides, in the order to be shown, such as Branch or Checks.</summary>
    public IReadOnlyList<NotificationFact> Facts { get; init; } = [];
}
