using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Publishing;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle;

/// <summary>Carries decisions out. Doing so twice changes nothing: the ids of all that is published follow from the event.</summary>
public sealed partial class Executor(ISessions sessions, Announcer announcer, TimeProvider clock, ILogger<Executor> logger)
{
    /// <param name="session">The session as the decision found it.</param>
    /// <param name="eventId">The event that the decision follows from.</param>
    public async Task CarryOutAsync(Decision decision, SessionDocument session, long eventId, CancellationToken cancellationToken)
    {
        if (decision.Transition is { } transition && !await MoveAsync(transition, session, eventId, cancellationToken)) return;
        if (decision.Notice is { } notice) await NotifyAsync(notice, session, eventId, cancellationToken);
    }

    private async Task<bool> MoveAsync(Transition transition, SessionDocument session, long eventId, CancellationToken cancellationToken)
    {
        var from = session.Lifecycle.Session.State;
        if (!await sessions.MoveAsync(session.Id, new TransitionRequest(from, transition.State, transition.Reason), cancellationToken))
        {
            LogStale(session.Id, from, transition.State);
            return false;
        }

        LogMoved(session.Id, from, transition.State, transition.Reason);
        var id = $"{session.Id}-{eventId}-{transition.State}".ToLowerInvariant();
        await announcer.AnnounceAsync(
            new LifecycleEvent(id, session.Id, session.ProjectId, clock.GetUtcNow(), from, transition.State, transition.Reason), cancellationToken);
        return true;
    }

    private Task NotifyAsync(Notice notice, SessionDocument session, long eventId, CancellationToken cancellationToken) => announcer.NotifyAsync(
        new Notification(
            $"{session.Id}-{eventId}-{notice.Kind}", notice.Priority, notice.Title, notice.Body, session.Id, [.. session.Prs.Select(pr => pr.Url)]),
        cancellationToken);
}
