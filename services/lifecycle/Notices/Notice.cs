using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Notices;

/// <summary>Something to tell a person.</summary>
/// <param name="Type">What it is about (spec trackers-scm-notifiers.md §13), such as <c>ci.failing</c>.</param>
public sealed record Notice(string Type, NotificationPriority Priority, string Title, string Body)
{
    /// <summary>Addresses for people, the most useful one first.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<NotificationFact> Facts { get; init; } = [];
}
