using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;

namespace Athene.Notifier.Wording;

/// <summary>The few words above a notification, by what it is about (spec trackers-scm-notifiers.md §14). Pure.</summary>
internal static class Headline
{
    /// <summary>Its own title where the type says no more.</summary>
    public static string Of(Notification notification)
    {
        var number = (notification.Links ?? []).Select(PullRequestUrl.Parse).FirstOrDefault(url => url is not null)?.Number;
        var request = number is { } known ? string.Create(CultureInfo.InvariantCulture, $"PR #{known}") : "PR";
        return notification.Type switch
        {
            "ci.failing" => number is null ? "CI failing" : $"CI failing on {request}",
            "merge.ready" => $"{request} ready to merge",
            "merge.completed" => $"{request} merged",
            "merge.conflicts" => $"{request} has conflicts",
            "review.changes_requested" => "Changes requested",
            "review.approved" => $"{request} approved",
            "session.needs_input" or "report.needs_input" => "Agent needs input",
            "session.stuck" => "Agent may be stuck",
            "session.killed" or "session.exited" => "Agent exited",
            "pr.closed" => $"{request} closed",
            "summary.all_complete" => "All sessions complete",
            _ => notification.Title,
        };
    }

    /// <summary>A mark that tells priorities apart at a glance.</summary>
    public static string Mark(NotificationPriority priority) => priority switch
    {
        NotificationPriority.Urgent => "🚨",
        NotificationPriority.Action => "👉",
        NotificationPriority.Warning => "⚠️",
        NotificationPriority.Info => "ℹ️",
    };

    /// <summary>The title, when it says more than the headline does.</summary>
    public static string? Subtitle(Notification notification) => Of(notification) == notification.Title ? null : notification.Title;
}
