using Athene.Contracts.Events;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.Facts;

/// <summary>
/// Takes what signals say into what is known. Of two statements about one thing the one with the higher version counts, so that any order and any
/// repetition of signals ends in the same facts. Pure.
/// </summary>
public static class FactMerge
{
    public static SupervisionState Apply(SupervisionState state, Signal signal) => signal switch
    {
        SessionSignal { Event: var happened } => WithReport(WithSession(state, happened), happened),
        TrackerSignal { Event.PullRequest: { } snapshot } => WithPullRequest(WithChecks(state, snapshot), snapshot),
        _ => state,
    };

    private static SupervisionState WithSession(SupervisionState state, SessionEvent happened) => happened.Event.Id > state.SessionVersion
        ? state with
        {
            SessionId = happened.Event.SessionId ?? state.SessionId,
            SessionVersion = happened.Event.Id,
            Session = happened.Session,
        }
        : state;

    private static SupervisionState WithReport(SupervisionState state, SessionEvent happened) =>
        happened.Type == EventTypes.Reported
        && happened.Event.Id > (state.Report?.Version ?? 0)
        && happened.Event.Data?["state"]?.GetValue<string>() is { } word
            ? state with { Report = new ReportFact(happened.Event.Id, word, happened.Event.Time) }
            : state;

    // A late snapshot tells it as well: whoever had checks once had them.
    private static SupervisionState WithChecks(SupervisionState state, PullRequestSnapshot snapshot) =>
        snapshot.ChecksState is ChecksState.Pending or ChecksState.Passing or ChecksState.Failing
            ? state with { Checked = state.Checked.Add(PullRequestUrl.KeyOf(snapshot.Url)) }
            : state;

    private static SupervisionState WithPullRequest(SupervisionState state, PullRequestSnapshot snapshot)
    {
        var key = PullRequestUrl.KeyOf(snapshot.Url);
        return state.PullRequests.TryGetValue(key, out var known) && known.Revision >= snapshot.Revision
            ? state
            : state with { PullRequests = state.PullRequests.SetItem(key, snapshot) };
    }
}
