using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Notices;

/// <summary>
/// What people are told of changes that have no reaction (spec lifecycle.md §7). The session and its pull request are judged apart, so that neither
/// hides the other's news (W-L1). Pure.
/// </summary>
internal static class TransitionNotices
{
    public static Turn Judge(Turn turn)
    {
        var session = turn.State.Session!;
        var now = Seen.Of(turn.State);
        var before = turn.State.Seen;
        if (now == before) return turn;
        turn = turn with { State = turn.State with { Seen = now } };
        if (before is null) return turn;
        if (before.Session is SessionState.Detecting && now.Session is SessionState.Stuck)
            turn = turn.With(new RecordOutcome("detecting.escalated", "warn", $"{session.Id} cannot be seen, and is left to a person"));
        return turn.With(OfSession(session, before).Concat(OfPullRequest(session, before)).Concat(OfApproval(turn, before, now)).Select(notice => Notifications.Of(turn, notice)));
    }

    private static IEnumerable<Notice> OfSession(SessionDocument session, Seen before)
    {
        if (session.Lifecycle.Session.State == before.Session) return [];
        return session.Lifecycle.Session switch
        {
            { State: SessionState.Working } => [Of(session, "session.working", NotificationPriority.Info, "is at work", "The agent works.")],
            { State: SessionState.Done } =>
                [Of(session, "session.finished", NotificationPriority.Info, "has finished", "The agent reported its work complete and ended.")],
            { State: SessionState.Terminated, Reason: SessionReason.ErrorInProcess or SessionReason.ProbeFailure } =>
                [Of(session, "session.errored", NotificationPriority.Urgent, "ended with an error", $"athene output {session.Id}")],
            _ => [],
        };
    }

    private static IEnumerable<Notice> OfPullRequest(SessionDocument session, Seen before)
    {
        var pr = session.Lifecycle.Pr;
        if (pr.State == before.Pr && pr.Reason == before.PrReason) return [];
        var isNew = pr.State is PullRequestState.Open && before.Pr is PullRequestState.None;
        IEnumerable<Notice> created = isNew ? [Of(session, "pr.created", NotificationPriority.Info, $"opened pull request #{pr.Number}", $"{pr.Url}")] : [];
        return created.Concat(pr switch
        {
            { State: PullRequestState.Merged } => [Of(session, "merge.completed", NotificationPriority.Action, $"pull request #{pr.Number} is merged", $"{pr.Url}")],
            { State: PullRequestState.Open, Reason: PullRequestReason.ReviewPending } =>
                [Of(session, "review.pending", NotificationPriority.Info, $"pull request #{pr.Number} waits for a review", $"{pr.Url}")],
            _ => [],
        });
    }

    // Told when the reviewers decide, and not whenever checks begin or end. One that can be merged as well is told as that.
    private static IEnumerable<Notice> OfApproval(Turn turn, Seen before, Seen now)
    {
        if (!now.IsApproved || before.IsApproved || PullRequestAssessing.Of(turn.State) is { Reason: PullRequestReason.MergeReady }) return [];
        var (session, pr) = (turn.State.Session!, Supervised.OpenPullRequests(turn.State).First());
        return [Of(session, "review.approved", NotificationPriority.Action, $"pull request #{pr.Number} is approved", pr.Url)];
    }

    private static Notice Of(SessionDocument session, string type, NotificationPriority priority, string what, string more) =>
        new(type, priority, $"{session.Id} {what}", $"{SessionWords.Work(session)} {more}");
}
