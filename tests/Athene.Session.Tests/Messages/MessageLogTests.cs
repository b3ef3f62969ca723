using Athene.Contracts.Errors;
using Athene.Contracts.Messages;
using Athene.Session.Messages;

namespace Athene.Session.Tests.Messages;

public sealed class MessageLogTests
{
    [Fact]
    public void NextQueued_isTheOldestThatWaits()
    {
        var log = MessageLog.Empty.With(Message(1, MessageState.Submitted)).With(Message(2)).With(Message(3));

        log.NextQueued!.Id.ShouldBe("m-2");
    }

    [Fact]
    public void With_knownMessage_replacesItInItsPlace()
    {
        var log = MessageLog.Empty.With(Message(1)).With(Message(2)).With(Message(1, MessageState.Failed));

        log.Messages.Select(message => message.Id).ShouldBe(["m-1", "m-2"]);
        log.Find("m-1")!.State.ShouldBe(MessageState.Failed);
    }

    [Fact]
    public void With_manyMessages_forgetsEndedOnesAndNeverWaitingOnes()
    {
        var log = MessageLog.Empty.With(Message(0));
        for (var number = 1; number <= 300; number++) log = log.With(Message(number, MessageState.Submitted));

        log.Messages.Count.ShouldBeInRange(100, 101);
        log.NextQueued!.Id.ShouldBe("m-0");
        log.Find("m-300").ShouldNotBeNull();
        log.Find("m-1").ShouldBeNull();
    }

    [Fact]
    public void Queue_beyondTheMostThatMayWait_isRefusedUntilOneIsTaken()
    {
        var log = MessageLog.Empty;
        for (var number = 1; number <= MessageLog.MostQueued; number++) log = Outbox.Queue(log, Samples.Session(), Message(number));

        var refusal = Should.Throw<AtheneException>(() => Outbox.Queue(log, Samples.Session(), Message(0)));

        (refusal.Type, refusal.Problem.Status).ShouldBe((ErrorTypes.MessageQueueFull, 429));
        Outbox.Queue(log.With(Message(1, MessageState.Submitted)), Samples.Session(), Message(0)).Find("m-0").ShouldNotBeNull();
    }

    private static MessageRecord Message(int number, MessageState state = MessageState.Queued) =>
        new($"m-{number}", "text", state, DateTimeOffset.UnixEpoch.AddSeconds(number));

    [Theory]
    [InlineData(MessageState.Submitted, MessageState.Accepted, true)]
    [InlineData(MessageState.Pasted, MessageState.Accepted, true)]
    [InlineData(MessageState.Unconfirmed, MessageState.Accepted, true)]
    [InlineData(MessageState.Accepted, MessageState.Submitted, false)]
    [InlineData(MessageState.Accepted, MessageState.Unconfirmed, false)]
    [InlineData(MessageState.Failed, MessageState.Unconfirmed, false)]
    [InlineData(MessageState.Submitted, MessageState.Submitted, false)]
    public void Moved_message_goesOnlyForward(MessageState from, MessageState to, bool moves)
    {
        var now = DateTimeOffset.UnixEpoch;
        var log = MessageLog.Empty.With(new MessageRecord("m", "text", from, now));

        var after = log.Moved("m", to, null, now);

        after.Find("m")!.State.ShouldBe(moves ? to : from);
        ReferenceEquals(after, log).ShouldBe(!moves);
    }

    [Fact]
    public void Moved_submittedMessageOfAnAgentThatShowsItsPrompts_isNotFinal()
    {
        var log = MessageLog.Empty.With(new MessageRecord("m", "text", MessageState.Pasted, DateTimeOffset.UnixEpoch));

        log.Moved("m", MessageState.Submitted, null, DateTimeOffset.UnixEpoch).Find("m")!.IsFinal.ShouldBeTrue();
        var provable = log.Moved("m", MessageState.Submitted, null, DateTimeOffset.UnixEpoch, provable: true);
        provable.Find("m")!.IsFinal.ShouldBeFalse();
        provable.Moved("m", MessageState.Unconfirmed, "why", DateTimeOffset.UnixEpoch).Find("m")!.IsFinal.ShouldBeTrue();
    }
}
