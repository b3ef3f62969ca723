using Athene.Session.Messages;

namespace Athene.Session.Tests.Messages;

public sealed class SenderTagTests
{
    [Fact]
    public void Apply_agent_isNamedBeforeItsText() => SenderTag.Apply("app-1", "[from app-2] hello").ShouldBe("[from app-1] [from app-2] hello");

    [Fact]
    public void Apply_person_sendsWhatWasWritten() => SenderTag.Apply(null, "hello").ShouldBe("hello");

    [Fact]
    public void Apply_nothing_staysNothing() => SenderTag.Apply("app-1", " ").ShouldBe(" ");
}
