using Athene.Session.Messages;

namespace Athene.Session.Tests.Messages;

public sealed class PromptMatchTests
{
    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("two\nlines  here", "two\r\nlines here\n")]
    [InlineData("with an escape", "with \u001ban escape")]
    [InlineData("first message\nsecond message of two", "second message of two")]
    public void Shows_sameText_whateverTheWhiteSpace(string prompt, string message) => PromptMatch.Shows(prompt, message).ShouldBeTrue();

    [Theory]
    [InlineData("yes, do it", "yes")]
    [InlineData("something else", "do it now, please")]
    [InlineData("do it", "do it now, please")]
    [InlineData("", "do it")]
    public void Shows_otherText_isNoProof(string prompt, string message) => PromptMatch.Shows(prompt, message).ShouldBeFalse();

    [Fact]
    public void Shows_beginningOfALongMessage_isEnough()
    {
        var message = string.Join(' ', Enumerable.Range(0, 500));

        PromptMatch.Shows(message[..1000], message).ShouldBeTrue();
        PromptMatch.Shows(message[..100], message).ShouldBeFalse();
    }
}
