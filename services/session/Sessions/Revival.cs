using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>
/// What a restore makes of a session's record (spec sessions.md §19 step 12). A settled pull request goes, since it would end the session again
/// at the next look (W-S5, acceptance case 71). Pure.
/// </summary>
public static class Revival
{
    public static SessionRecord Of(SessionRecord session, DateTimeOffset now)
    {
        var unsettled = PrList.WithoutSettled(session);
        return unsettled with
        {
            Lifecycle = unsettled.Lifecycle.To(SessionState.Working, SessionReason.TaskInProgress, now) with
            {
                Runtime = new RuntimePart(RuntimeState.Alive, RuntimeReason.ProcessRunning, now),
            },
            Activity = Activity.Active,
            ActivityEvidence = null,
            LastActivityAt = now,
            Runtime = new RuntimeDocument(session.RuntimeName, session.Id),
            RestoredAt = now,
            EarlierNativeSessionId = null,
            // A new run may have another plan, or hits the limit again and says so.
            LimitKnown = false,
            Paused = session.Paused is { Reason: PauseReason.UsageLimit } ? null : session.Paused,
            Retired = false,
            HeldBy = null,
        };
    }
}
