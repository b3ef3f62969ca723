using Athene.Contracts.Notifications;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Tests.Delivery;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    [Fact]
    public void With_more_than_may_wait_is_given_up_at_once_and_seen()
    {
        var full = Enumerable.Range(0, Outbox.MostOpen).Aggregate(Outbox.Empty, (outbox, i) => outbox.With(Entry($"{i}"), Now));

        var more = full.With(Entry("one too many"), Now);

        more.Open.Count.ShouldBe(Outbox.MostOpen);
        more.Failed.ShouldHaveSingleItem().Id.ShouldBe("one too many");
    }

    [Fact]
    public void Changes_that_come_twice_change_nothing_more()
    {
        HashSet<string> ids = ["a"];
        var open = Outbox.Empty.With(Entry("a"), Now).With(Entry("b"), Now);

        open.Delivered(ids).Delivered(ids).Open.ShouldHaveSingleItem().Id.ShouldBe("b");
        open.GivenUp(ids, "no", false, Now).GivenUp(ids, "no", false, Now).Failed.ShouldHaveSingleItem();
        open.GivenUp(ids, "no", false, Now).Retried("a", Now).Retried("a", Now).Open.Count.ShouldBe(2);
    }

    [Fact]
    public void What_somebody_is_telling_is_left_to_them_until_they_count_as_dead()
    {
        var sending = Outbox.Empty.With(Entry("a"), Now).Sending(new HashSet<string> { "a" }, null, Now);

        NextStep.Of(sending, null, Lease, Now.AddSeconds(14)).ShouldBe(new NextStep.Wait(Now + Lease));
        var step = NextStep.Of(sending, null, Lease, Now.AddSeconds(15)).ShouldBeOfType<NextStep.Send>();
        step.UnansweredSince.ShouldBe(Now);
    }

    [Fact]
    public void What_is_due_longest_comes_first()
    {
        var outbox = Outbox.Empty.With(Entry("late", Now.AddSeconds(-1)), Now).With(Entry("later", Now), Now).With(Entry("earliest", Now.AddSeconds(-2)), Now);

        NextStep.Of(outbox, null, Lease, Now).ShouldBeOfType<NextStep.Send>().Entries.ShouldHaveSingleItem().Id.ShouldBe("earliest");
    }

    private static Entry Entry(string id, DateTimeOffset? due = null) => new(id, NotificationPriority.Info, due ?? Now);
}
