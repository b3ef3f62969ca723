using System.Text;
using Athene.Session.Machine.Terminals.Screens;

namespace Athene.Session.Tests.Machine.Terminals;

public sealed class TerminalScreenTests
{
    private readonly TerminalScreen screen = new(columns: 20, rows: 4, mostLines: 40);

    [Theory]
    [InlineData("one\r\ntwo\r\n", "one\ntwo")]
    [InlineData("10%\r100%", "100%")]
    [InlineData("abc\b\bX", "aXc")]
    [InlineData("\e[1;31mred\e[0m and \e[38;2;1;2;3mmore\e[m", "red and more")]
    [InlineData("\e]0;title\a\e]8;;http://x\e\\link\e]8;;\e\\", "link")]
    [InlineData("\ePq#0;2;0;0;0\e\\after", "after")]
    [InlineData("a\tb", "a       b")]
    [InlineData("first\r\nsecond\e[1A\r\e[2Kthird", "third\nsecond")]
    [InlineData("waiting…\e[2K\e[Gdone", "done")]
    [InlineData("abcdef\e[3D\e[K", "abc")]
    [InlineData("abcdef\e[1;2H\e[2X", "a  def")]
    [InlineData("abcdef\e[1;2H\e[2P", "adef")]
    [InlineData("x\e[2;3Hy\e[1;1Hz", "z\n  y")]
    [InlineData("one\r\ntwo\e[2J\e[Hnew", "new")]
    [InlineData("12345678901234567890wrapped", "12345678901234567890\nwrapped")]
    [InlineData("shell\e[?1049hfull screen\e[?1049l", "shell")]
    [InlineData("shell\e[?1049h\e[Hfull screen", "full screen")]
    [InlineData("save\e7\r\nbelow\e8d", "saved\nbelow")]
    [InlineData("naïve 🦉\r\n", "naïve 🦉")]
    [InlineData("a\e[999999999999;5;;;;;;;;;;;;;;;;;;;;;mb", "ab")]
    [InlineData("", "")]
    public void Last_gives_the_text_that_a_person_would_see(string written, string expected)
    {
        screen.Feed(Encoding.UTF8.GetBytes(written));

        screen.Last(10).ShouldBe(expected);
    }

    [Fact]
    public void Feed_takes_output_in_pieces_of_any_size()
    {
        foreach (var one in Encoding.UTF8.GetBytes("é\e[31mü\e]0;t\e\\🦉\e[2D\e[K!")) screen.Feed([one]);

        screen.Last(1).ShouldBe("éü!");
    }

    [Fact]
    public void Feed_after_the_window_became_smaller_than_where_the_cursor_was_erases_only_what_there_is()
    {
        screen.Feed("1\r\n2\r\n3\r\n4\e[1;1H"u8);
        screen.Resize(20, 2);

        screen.Feed("\e[1J\e[6n"u8);

        screen.Last(10).ShouldBe("1\n2\n\n4");
        Encoding.ASCII.GetString(screen.TakeReplies()).ShouldBe("\e[1;1R");
    }

    [Fact]
    public void Feed_of_anything_in_a_window_of_any_size_never_fails()
    {
        const string alphabet = "\e\e\e[[[;?0123456789ABCDEFGHJKPX@cdfhlmnsu78DEM\r\n\t\bxé🦉";
        var random = new Random(20261123);
        for (var round = 0; round < 20_000; round++)
        {
            if (round % 50 == 0) screen.Resize(random.Next(10, 60), random.Next(5, 60));
            if (round % 70 == 0) screen.Feed(random.Next(2) == 0 ? "\e[?1049h"u8 : "\e[?1049l"u8);
            screen.Feed(Encoding.UTF8.GetBytes(random.GetItems<char>(alphabet, 12)));
        }

        screen.Last(1000).Split('\n').Length.ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public void Last_keeps_the_newest_lines_and_forgets_the_oldest()
    {
        for (var n = 1; n <= 1000; n++) screen.Feed(Encoding.UTF8.GetBytes($"{n}\r\n"));

        screen.Last(2).ShouldBe("999\n1000");
        screen.Last(1000).Split('\n').Length.ShouldBeInRange(39, 40);
    }

    [Fact]
    public void Cursor_movement_stays_in_the_window_and_leaves_the_scroll_back_alone()
    {
        screen.Feed("1\r\n2\r\n3\r\n4\r\n5\r\n6\e[99A\e[2Kx"u8);

        screen.Last(10).ShouldBe("1\n2\n x\n4\n5\n6");
    }

    [Fact]
    public void Bracketed_paste_follows_what_the_program_last_asked_for()
    {
        screen.BracketedPaste.ShouldBeFalse();
        screen.Feed("\e[?25l\e[?1;2004h"u8);
        screen.BracketedPaste.ShouldBeTrue();
        screen.Feed("\e[?2004l"u8);
        screen.BracketedPaste.ShouldBeFalse();
    }

    [Fact]
    public void Questions_of_the_program_are_answered_once()
    {
        screen.Feed("ab\r\nc\e[6n\e[5n\e[c"u8);

        Encoding.ASCII.GetString(screen.TakeReplies()).ShouldBe("\e[2;2R\e[0n\e[?1;2c");
        screen.TakeReplies().ShouldBeEmpty();
    }

    [Fact]
    public void Noise_of_any_kind_is_survived()
    {
        var noise = new byte[200_000];
        new Random(7).NextBytes(noise);

        screen.Feed(noise);
        screen.Feed("\ec\e[2J\e[Hcalm"u8);

        screen.Last(1).ShouldContain("calm");
    }
}
