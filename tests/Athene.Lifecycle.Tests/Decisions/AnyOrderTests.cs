using System.Text.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Athene.Lifecycle.Tests.Decisions;

/// <summary>Whatever comes, in whatever order and however often: the same facts, the same verdict.</summary>
public sealed class AnyOrderTests
{
    private const ulong Seed = 1803;
    private const ulong Gamma = 2027;
    private const int Cases = 500;

    private static readonly Policy Policy = Sample.PolicyOf("approved-and-green: { action: auto-merge }");

    [Fact]
    public void Any_order_and_repetition_of_signals_ends_in_the_same_facts_and_verdict() => Require(
        from signals in Signals
        from shuffled in Gen.Shuffle(signals.Concat(signals))
        select (signals, (IReadOnlyList<Signal>)shuffled),
        history => Conclusion(Hear(history.Item1)) == Conclusion(Hear(history.Item2)));

    [Fact]
    public void Signal_that_comes_again_decides_nothing() => Require(
        from signals in Signals
        from again in Gen.Elements<Signal>(signals)
        select (signals, again),
        history =>
        {
            var state = Hear(history.signals);
            return Decision.Decide(state, history.again, Sample.Now, Policy).LastEffect == state.LastEffect;
        });

    [Fact]
    public void Session_that_has_ended_is_never_moved_told_anything_or_merged() => Require(
        from signals in Signals
        select signals,
        signals =>
        {
            var ended = Sample.SessionWithPullRequest();
            ended = ended with { Lifecycle = ended.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Sample.Now) };
            var last = Decision.Decide(Hear(signals), Sample.Signal(EventTypes.Killed, ended, 1000), Sample.Now, Policy);
            var after = signals.Aggregate(last, (state, signal) => Decision.Decide(state, signal, Sample.Now.AddDays(1), Policy));
            return after.Outbox.Skip(last.Outbox.Count).All(pending => pending.Effect is not (MoveSession or TellAgent or TellAgentOfFailures or MergePullRequest or EndSession));
        });

    [Fact]
    public void State_survives_its_store() => Require(
        from signals in Signals
        select signals,
        signals =>
        {
            var state = Hear(signals);
            return Json(JsonSerializer.Deserialize<SupervisionState>(Json(state), AtheneJson.Options)!) == Json(state);
        });

    private static Gen<IReadOnlyList<Signal>> Signals =>
        from sessions in Sessions.ListOf()
        from pullRequests in PullRequests.ListOf()
        let numbered = sessions.Select((signal, index) => (Signal)(signal with { Event = signal.Event with { Event = signal.Event.Event with { Id = index + 1 } } }))
            .Concat(pullRequests.Select((signal, index) => (Signal)Sample.Signal(signal with { Revision = index + 1 })))
        from order in Gen.Shuffle(numbered)
        where order.Length > 0
        select (IReadOnlyList<Signal>)order;

    private static Gen<SessionSignal> Sessions =>
        from state in Gen.Elements(Enum.GetValues<SessionState>())
        from runtime in Gen.Elements(Enum.GetValues<RuntimeState>())
        from activity in Gen.Elements(Enum.GetValues<Activity>())
        from minutes in Gen.Choose(-30, 0)
        from hasPullRequest in Gen.Elements(true, false)
        from type in Gen.Elements(EventTypes.Observed, EventTypes.RuntimeLost, EventTypes.Transitioned, EventTypes.Reported)
        let session = Sample.Session(state, runtime: runtime, activity: activity, activeSince: Sample.Now.AddMinutes(minutes))
        select Sample.Signal(type, hasPullRequest ? session with { Prs = Sample.SessionWithPullRequest().Prs } : session);

    private static Gen<PullRequestSnapshot> PullRequests =>
        from state in Gen.Elements(PullRequestState.Open, PullRequestState.Open, PullRequestState.Merged, PullRequestState.Closed)
        from checks in Gen.Elements(Enum.GetValues<ChecksState>())
        from review in Gen.Elements(Enum.GetValues<ReviewDecision>())
        from mergeability in Gen.Elements(Enum.GetValues<Mergeability>())
        from sha in Gen.Elements("sha-1", "sha-2")
        select Sample.PullRequest(checks: checks, sha: sha) with { State = state, ReviewDecision = review, Mergeability = mergeability };

    private static SupervisionState Hear(IEnumerable<Signal> signals) => signals.Aggregate(
        new SupervisionState { SessionId = "app-1" }, (state, signal) => Decision.Decide(state, signal, Sample.Now, Policy));

    private static string Conclusion(SupervisionState state)
    {
        var assessment = state.Session is null ? null : PullRequestAssessing.Of(state with { Incidents = state.Incidents.Clear() });
        var verdict = state.Session is { } session ? SessionVerdict.Of(session, assessment?.Session, Sample.Now, Policy) : null;
        return $"{JsonSerializer.Serialize(state.Session, AtheneJson.Options)} {JsonSerializer.Serialize(state.PullRequests, AtheneJson.Options)} {assessment} {verdict}";
    }

    private static string Json(SupervisionState state) => JsonSerializer.Serialize(state, AtheneJson.Options);

    private static void Require<T>(Gen<T> cases, Func<T, bool> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma).WithQuietOnSuccess(true), Prop.ForAll(Arb.From(cases), holds));
}
