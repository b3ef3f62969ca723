using Athene.Contracts.Notifications;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Notices;

/// <summary>Makes of a notice what the notifier takes. Pure.</summary>
internal static class Notifications
{
    /// <summary>The effect that tells it; the id comes with the effect.</summary>
    public static TellPeople Of(Turn turn, Notice notice)
    {
        var session = turn.State.Session;
        return new TellPeople(new Notification(
            "", notice.Priority, notice.Title, notice.Body, turn.State.SessionId,
            notice.Links.Count > 0 ? notice.Links : [.. (session?.Prs ?? []).Select(pr => pr.Url)])
        {
            Type = notice.Type,
            ProjectId = session?.ProjectId,
            Time = turn.Now,
            Facts = [.. notice.Facts, .. About(session?.Branch, "Branch"), .. About(session?.Issue, "Issue")],
        });
    }

    private static IEnumerable<NotificationFact> About(string? value, string name) => value is null ? [] : [new NotificationFact(name, value)];
}
