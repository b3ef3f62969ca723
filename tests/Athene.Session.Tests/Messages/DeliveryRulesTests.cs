using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Session.Messages;
using Athene.Session.Records;

namespace Athene.Session.Tests.Messages;

public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Sent = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly MessageRecord Message = new("m-1", "text", MessageState.Queued, Sent);

    [Fact]
    public void Next_agentAtWork_isTypedTo() => Next(Session()).ShouldBe(DeliveryAction.Type);

    [Fact]
    public void Next_agentThatCannotBeSeen_isTypedTo() => Next(Session(runtime: RuntimeState.ProbeFailed)).ShouldBe(DeliveryAction.Type);

    [Fact]
    public void Next_agentThatAsks_waits() => Next(Session() with { Activity = Activity.WaitingInput }).ShouldBe(DeliveryAction.Wait);

    [Theory]
    [InlineData(RuntimeState.Missing)]
    [InlineData(RuntimeState.Exited)]
    public void Next_deadAgent_isRestored(RuntimeState runtime) => Next(Session(runtime: runtime)).ShouldBe(DeliveryAction.Restore);

    [Theory]
    [InlineData(-1, DeliveryAction.Restore)]
    [InlineData(1, DeliveryAction.Refuse)]
    public void Next_killedSession_isRestoredForMessagesSentLater(int killedAfter, DeliveryAction expected)
    {
        var session = Session();
        var killed = session.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Sent.AddSeconds(killedAfter));

        Next(session with { Lifecycle = killed }).ShouldBe(expected);
    }

    [Fact]
    public void Next_agentLostWhileTheMessageWaited_isRestored()
    {
        var session = Session();
        var lost = session.Lifecycle.To(SessionState.Terminated, SessionReason.RuntimeLost, Sent.AddSeconds(1));

        Next(session with { Lifecycle = lost }).ShouldBe(DeliveryAction.Restore);
    }

    [Theory]
    [InlineData(SessionReason.ManuallyKilled, null, DeliveryAction.Refuse)]
    [InlineData(SessionReason.PrMerged, null, DeliveryAction.Refuse)]
    [InlineData(SessionReason.RuntimeLost, null, DeliveryAction.Refuse)]
    [InlineData(SessionReason.ManuallyKilled, "restore-app-1-1", DeliveryAction.Restore)]
    public void Next_endedSession_isNotRestoredForAnAutomaticMessage(SessionReason reason, string? holder, DeliveryAction expected)
    {
        var session = Session() with { HeldBy = holder };
        var ended = session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, reason, Sent.AddSeconds(-1)) };

        DeliveryRules.Next(ended, Message with { Automatic = true }, Sent.AddSeconds(1)).Action.ShouldBe(expected);
    }

    [Fact]
    public void Next_doneSession_isRefused() => Next(Session(SessionState.Done, RuntimeState.Missing)).ShouldBe(DeliveryAction.Refuse);

    [Fact]
    public void Next_noSession_isRefused() => Next(null).ShouldBe(DeliveryAction.Refuse);

    [Theory]
    [InlineData("kill-app-1", DeliveryAction.Wait)]
    [InlineData("restore-app-1-1", DeliveryAction.Restore)]
    public void Next_heldSession_waitsForItsOperation(string holder, DeliveryAction expected) =>
        Next(Session() with { HeldBy = holder }).ShouldBe(expected);

    [Fact]
    public void Next_startingSession_isWaitedForButNotForEver()
    {
        var starting = Session(SessionState.NotStarted);

        Next(starting with { Runtime = null }).ShouldBe(DeliveryAction.Wait);
        Next(starting).ShouldBe(DeliveryAction.AwaitStart);
        DeliveryRules.Next(starting, Message, Sent + DeliveryRules.StartPatience).Action.ShouldBe(DeliveryAction.Type);
    }

    [Fact]
    public void Next_agentThatWasStartedJustNow_isWaitedForAMoment()
    {
        var young = Session() with { RestoredAt = Sent.AddSeconds(-2) };

        Next(young).ShouldBe(DeliveryAction.AwaitStart);
        DeliveryRules.Next(young, Message, Sent + DeliveryRules.YoungPatience).Action.ShouldBe(DeliveryAction.Type);
    }

    private static DeliveryAction Next(SessionRecord? session) => DeliveryRules.Next(session, Message, Sent.AddSeconds(1)).Action;

    private static SessionRecord Session(SessionState state = SessionState.Working, RuntimeState runtime = RuntimeState.Alive)
    {
        var session = Samples.Session();
        var lifecycle = session.Lifecycle.To(state, SessionReason.TaskInProgress, session.CreatedAt);
        return session with
        {
            Runtime = new RuntimeDocument("tmux", session.Id),
            Lifecycle = lifecycle with { Runtime = new RuntimePart(runtime, RuntimeReason.ProcessRunning) },
        };
    }
}
