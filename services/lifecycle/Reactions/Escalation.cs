using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>Tells a person that Athene's own reaction has not helped; once an incident (spec lifecycle.md §10.1). Pure.</summary>
internal static class Escalation
{
    public const string MaxRetries = "max_retries";
    public const string MaxAttempts = "max_attempts";
    public const string MaxDuration = "max_duration";

    public static Turn Of(Turn turn, Reaction reaction, ReactionRule rule, Condition condition, Incident incident, string cause)
    {
        var about = reaction.NoticeOf(turn, condition);
        var attempts = cause == MaxDuration ? incident.Attempts : incident.Attempts - 1;
        var notice = new Notice("reaction.escalated", rule.Priority ?? NotificationPriority.Urgent, $"{about.Title}: it did not help", Words(about, attempts, turn.Now - incident.Since))
        {
            Links = about.Links,
            Facts =
            [
                .. about.Facts,
                new NotificationFact("Reaction", reaction.Key),
                new NotificationFact("Attempts", attempts.ToString(CultureInfo.InvariantCulture)),
                new NotificationFact("Cause", cause),
            ],
        };
        return Incidents.Keep(turn, incident with { IsEscalated = true }).With(Notifications.Of(turn, notice), reaction.Key);
    }

    private static string Words(Notice about, int attempts, TimeSpan lasted)
    {
        var tries = attempts == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{attempts} times");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{about.Body} Athene acted {tries} in {Math.Max(1, Math.Round(lasted.TotalMinutes))} min; now it is up to you, and Athene does nothing more about it until it is over.");
    }
}
