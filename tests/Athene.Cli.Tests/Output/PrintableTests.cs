using Athene.Cli.Output;

namespace Athene.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Fact]
    public void Of_textThatMovesTheCursor_isHarmless() => Printable.Of("ok\u001b[2J\r\ngone\u009b1m").ShouldBe("ok [2J  gone 1m");

    [Fact]
    public void Table_withATitleFromOutside_staysATable()
    {
        var table = new TextTable("TITLE", "NEXT");
        table.Add("a\nb", "c");
        using var text = new StringWriter();

        table.Write(text);

        text.ToString().ReplaceLineEndings("\n").ShouldBe("TITLE  NEXT\na b    c\n");
    }
}
