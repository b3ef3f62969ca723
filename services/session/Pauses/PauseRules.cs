using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Messages;
using Athene.Session.Observing;
using Athene.Session.Records;

namespace Athene.Session.Pauses;

/// <summary>When a session is paused, what that keeps from its agent, and when it is over. Pure.</summary>
public static class PauseRules
{
    /// <summary>The session as what its agent says of a limit makes it; the same session when it says nothing new.</summary>
    public static SessionRecord Limited(SessionRecord session, UsageLimit? limit)
    {
        if (limit is null) return session;
        if (session.Paused is { Reason: PauseReason.UsageLimit, Until: null } open && limit.Until is { } until)
            return session with { Paused = open with { Until = until, Detail = limit.Detail } };
        if (session.LimitKnown || session.Paused is { Reason: PauseReason.UsageLimit }) return session;
        return session with
        {
            LimitKnown = true,
            // A pause for a spent budget comes back when this one is over.
            BudgetHeeded = session.Paused is null ? session.BudgetHeeded : null,
            Paused = new SessionPause(IdOf(session, limit.Since), PauseReason.UsageLimit, limit.Since, limit.Until, limit.Detail),
        };
    }

    /// <summary>The session as the agent's own work makes it: an agent that is at work has no limit to wait for.</summary>
    public static SessionRecord Seen(SessionRecord session, Evidence evidence)
    {
        if (evidence is not { Activity: Activity.Active, Confidence: not Confidence.Low } || evidence.At <= session.Paused?.Since) return session;
        if (session.Paused is { Reason: PauseReason.UsageLimit }) return Ended(session, evidence.At) with { LimitKnown = false };
        return session.LimitKnown ? session with { LimitKnown = false } : session;
    }

    /// <summary>The session without its pause.</summary>
    public static SessionRecord Ended(SessionRecord session, DateTimeOffset at) => session with { Paused = null, ResumedAt = at };

    /// <summary>Whether a message must wait: all of them while there is no agent to answer, only Athene's own while it must not spend more.</summary>
    public static bool Keeps(SessionRecord session, MessageRecord message) => session.Paused switch
    {
        null => false,
        { Reason: PauseReason.UsageLimit } => true,
        _ => message.Automatic,
    };

    public static string IdOf(SessionRecord session, DateTimeOffset since) =>
        string.Create(CultureInfo.InvariantCulture, $"pause-{session.Id}-{since.ToUnixTimeMilliseconds()}");
}
