using Athene.Contracts.Lifecycle;
using Athene.Session.Queue;
using Athene.Session.Records;
using static Athene.Session.Tests.Queue.Waiting;

namespace Athene.Session.Tests.Queue;

public sealed class DependencyRulesTests
{
    private static readonly Dependency First = new("app-1", null, "app-1");

    [Theory]
    [InlineData(SessionState.Working, SessionReason.TaskInProgress, QueueState.Waiting, false)]
    [InlineData(SessionState.Done, SessionReason.ResearchComplete, QueueState.Admitted, false)]
    [InlineData(SessionState.Idle, SessionReason.MergedWaitingDecision, QueueState.Admitted, false)]
    [InlineData(SessionState.Terminated, SessionReason.PrMerged, QueueState.Admitted, false)]
    [InlineData(SessionState.Terminated, SessionReason.ManuallyKilled, QueueState.Waiting, true)]
    [InlineData(SessionState.Terminated, SessionReason.RuntimeLost, QueueState.Waiting, true)]
    public void Decide_ofASpawnThatComesAfterASession_dependsOnHowThatStands(SessionState state, SessionReason reason, QueueState expected, bool held)
    {
        var decided = Decide(QueueOf(Entry("b", after: First)), Session(state, reason));

        decided.Find("b")!.State.ShouldBe(expected);
        decided.Find("b")!.Held.ShouldBe(held);
    }

    [Fact]
    public void Decide_ofASessionThatIsGone_holdsTheSpawn() =>
        Decide(QueueOf(Entry("b", after: First))).Find("b")!.ShouldSatisfyAllConditions(
            spawn => spawn.Held.ShouldBeTrue(),
            spawn => spawn.Reason.ShouldBe("app-1 ended without finishing"));

    [Fact]
    public void Decide_afterADependencyHasFinished_doesNotMindWhatBecomesOfItsRecord()
    {
        var second = new Dependency("app-2", null, "app-2");
        var both = Decide(
            QueueOf(Entry("b", after: [First, second])), Session(SessionState.Done, SessionReason.ResearchComplete),
            Session(SessionState.Working, SessionReason.TaskInProgress, "app-2"));

        var later = Decide(both, Session(SessionState.Done, SessionReason.ResearchComplete, "app-2"));

        Admitted(later).ShouldBe(["b"]);
    }

    [Fact]
    public void Decide_whenAHeldOneWasReleased_admitsIt()
    {
        var queue = QueueOf(Entry("b", after: First) with { Released = true, Held = true });

        Admitted(Decide(queue)).ShouldBe(["b"]);
    }

    [Fact]
    public void Decide_whenADeadSessionWasRestored_holdsNoLonger()
    {
        var held = Decide(QueueOf(Entry("b", after: First)), Session(SessionState.Terminated, SessionReason.RuntimeLost));

        Decide(held, Session(SessionState.Working, SessionReason.TaskInProgress)).Find("b")!.Held.ShouldBeFalse();
    }

    [Fact]
    public void Begun_makesAnotherSpawnComeAfterTheSession()
    {
        var queue = QueueOf(Entry("a"), Entry("b", after: new Dependency(null, "a", "issue 7")));

        queue.Begun("a", "app-1").Find("b")!.After.ShouldHaveSingleItem().ShouldBe(new Dependency("app-1", null, "issue 7"));
    }

    [Fact]
    public void Decide_whenTheSpawnBeforeItWasCancelled_holdsIt()
    {
        var queue = QueueOf(Entry("a"), Entry("b", after: new Dependency(null, "a", "issue 7")));

        Decide(queue).Find("b")!.Held.ShouldBeFalse();
        Decide(queue.Replace(queue.Find("a")! with { State = QueueState.Cancelled })).Find("b")!.Held.ShouldBeTrue();
        Decide(queue.Without("a")).Find("b")!.Held.ShouldBeTrue();
    }

    private static SpawnQueue Decide(SpawnQueue queue, params SessionRecord[] sessions) =>
        QueueRules.Decide(queue, Fleet(dependencies: sessions), Limits());

    private static SessionRecord Session(SessionState state, SessionReason reason, string id = "app-1")
    {
        var session = Samples.Session(id);
        return session with { Lifecycle = session.Lifecycle.To(state, reason, session.CreatedAt) };
    }
}
