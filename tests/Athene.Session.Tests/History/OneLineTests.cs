using Athene.Session.History;

namespace Athene.Session.Tests.History;

public sealed class OneLineTests
{
    [Fact]
    public void Of_textThatMovesTheCursor_isHarmless() =>
        OneLine.Of("app-1 reports working: \u001b[2Jfine\r\nreally \U0001F600").ShouldBe("app-1 reports working:  [2Jfine  really \U0001F600");

    [Fact]
    public void Of_textWithoutEnd_isCut() => OneLine.Of(new string('x', 10_000)).ShouldBe(new string('x', 2000) + "…");
}
