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

    private static MessageRecord Message(int number, MessageState state = MessageState.Queued) =>
        new($"m-{number}", "text", state, DateTimeOffset.UnixEpoch.AddSeconds(number));
}
