using Athene.Contracts.Sessions;
using Athene.Session.Queue;
using Athene.Session.Records;
using static Athene.Session.Tests.Queue.Waiting;

namespace Athene.Session.Tests.Queue;

public sealed class QueueRulesTests
{
    [Fact]
    public void Decide_belowTheCap_admitsThoseThatCameFirst()
    {
        var decided = QueueRules.Decide(QueueOf(Entry("a"), Entry("b"), Entry("c")), Fleet(sessions: 1), Limits(most: 3));

        Admitted(decided).ShouldBe(["a", "b"]);
        decided.Find("c")!.Reason.ShouldBe("3 of 3 sessions at work");
    }

    [Fact]
    public void Decide_withPriorities_admitsTheHigherFirst()
    {
        var queue = QueueOf(Entry("low", priority: SpawnPriority.Low), Entry("normal"), Entry("high", priority: SpawnPriority.High), Entry("high2", priority: SpawnPriority.High));

        QueueRules.Decide(queue, Fleet(), Limits(most: 3)).InOrder.ShouldHaveSingleItem().OperationId.ShouldBe("low");
        Admitted(QueueRules.Decide(queue, Fleet(), Limits(most: 1))).ShouldBe(["high"]);
    }

    [Fact]
    public void Decide_ofAProjectThatIsFull_letsOtherProjectsPass()
    {
        var decided = QueueRules.Decide(QueueOf(Entry("a"), Entry("b", "other")), Fleet(sessions: 2), Limits(most: 3, mostOfApp: 2));

        Admitted(decided).ShouldBe(["b"]);
        decided.Find("a")!.Reason.ShouldBe("2 of 2 sessions of app at work");
    }

    [Fact]
    public void Decide_whenNothingChanges_isTheSameQueue()
    {
        var decided = QueueRules.Decide(QueueOf(Entry("a")), Fleet(sessions: 1), Limits(most: 1));

        QueueRules.Decide(decided, Fleet(sessions: 1), Limits(most: 1)).ShouldBeSameAs(decided);
    }

    [Theory]
    [InlineData(1000, 0, 2)]
    [InlineData(1000, 1, 1)]
    [InlineData(1000, 2, 0)]
    [InlineData(699, 0, 0)]
    [InlineData(null, 0, 9)]
    public void Decide_byMemory_countsWhatStartingSessionsAreGoingToTake(int? freeMb, int starting, int admitted)
    {
        var queue = QueueOf([.. Enumerable.Range(1, 9).Select(number => Entry($"s{number}"))]);

        Admitted(QueueRules.Decide(queue, Fleet(sessions: 3, freeMb: freeMb, starting: starting), Limits(minFreeMb: 500, sessionMb: 200))).Count.ShouldBe(admitted);
    }

    [Fact]
    public void Decide_whenNothingRuns_admitsOneHoweverLittleMemoryThereIs() =>
        Admitted(QueueRules.Decide(QueueOf(Entry("a"), Entry("b")), Fleet(freeMb: 1), Limits(minFreeMb: 500, sessionMb: 200))).ShouldBe(["a"]);

    [Fact]
    public void Decide_ofABatchOfAHundred_admitsNoMoreThanTheCapAtAnyTime()
    {
        var queue = QueueOf([.. Enumerable.Range(1, 100).Select(number => Entry($"s{number}"))]);
        var running = new Queue<string>();
        var begun = new List<string>();
        while (queue.Entries.Count > 0)
        {
            var fleet = Fleet() with { Occupants = running.ToDictionary(id => id, _ => "app") };
            queue = QueueRules.Decide(queue, fleet, Limits(most: 10));
            foreach (var id in Admitted(queue))
            {
                queue = queue.Begun(id, $"app-{id}");
                running.Enqueue(id);
                begun.Add(id);
            }

            running.Count.ShouldBeLessThanOrEqualTo(10);
            running.Dequeue();
        }

        begun.ShouldBe(Enumerable.Range(1, 100).Select(number => $"s{number}"));
    }
}
