using System.Text;
using Athene.Session.Prompts;

namespace Athene.Session.Tests.Prompts;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Issue title", "prompt", "Issue title")]
    [InlineData("  ", "### Add limits\n\nmore", "Add limits")]
    [InlineData(null, "\n \n## \nreal   line\twith  gaps ", "real line with gaps")]
    [InlineData(null, "#no-heading", "#no-heading")]
    [InlineData(null, "", null)]
    [InlineData(null, null, null)]
    public void Case018_The_title_or_the_first_line_that_says_something(string? title, string? prompt, string? expected) =>
        DisplayName.From(title, prompt).ShouldBe(expected);

    [Fact]
    public void Case018_A_long_name_is_cut_at_80_code_points_without_breaking_one()
    {
        var name = DisplayName.From(new string('x', 78) + "🦉" + new string('y', 22), null)!;

        name.EnumerateRunes().Count().ShouldBe(80);
        name.ShouldEndWith("🦉…");
        name.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("  My   name ", "My name")]
    [InlineData("a\u0007b\u001b[31m", "ab[31m")]
    [InlineData("two\nlines", "two lines")]
    [InlineData(" \u0000 ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_chosen_name_is_one_line_without_control_characters(string? chosen, string? name) => DisplayName.Clean(chosen).ShouldBe(name);

    [Fact]
    public void A_chosen_name_is_measured_in_characters_as_people_see_them()
    {
        DisplayName.Fits(string.Concat(Enumerable.Repeat("🦉", 80))).ShouldBeTrue();
        DisplayName.Fits(string.Concat(Enumerable.Repeat("a", 81))).ShouldBeFalse();
    }
}
