using Athene.Contracts.Events;
using Athene.Session.History;

namespace Athene.Session.Tests.History;

public sealed class EventKindsTests
{
    [Theory]
    [InlineData(EventKinds.MessageState)]
    [InlineData(EventKinds.SendFailed)]
    public void PublishedAs_whateverBecameOfAMessage_isHeardByOthers(string kind) => EventKinds.PublishedAs(kind).ShouldBe(EventTypes.MessageState);
}
