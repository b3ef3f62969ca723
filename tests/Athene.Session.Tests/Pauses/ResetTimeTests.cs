using System.Globalization;
using Athene.Session.Pauses;

namespace Athene.Session.Tests.Pauses;

public sealed class ResetTimeTests
{
    // A Monday, 14:30 in Berlin, in winter.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 30, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("3pm", "2026-11-23T15:00:00+01:00")]
    [InlineData("3 PM", "2026-11-23T15:00:00+01:00")]
    [InlineData("12am", "2026-11-24T00:00:00+01:00")]
    [InlineData("12:50am", "2026-11-24T00:50:00+01:00")]
    [InlineData("2pm", "2026-11-24T14:00:00+01:00")]
    [InlineData("15:45", "2026-11-23T15:45:00+01:00")]
    [InlineData("at 2:51 PM.", "2026-11-23T14:51:00+01:00")]
    [InlineData("8:30pm (Asia/Tokyo)", "2026-11-24T20:30:00+09:00")]
    [InlineData("10am (America/Los_Angeles)", "2026-11-23T10:00:00-08:00")]
    [InlineData("5pm (UTC)", "2026-11-23T17:00:00+00:00")]
    [InlineData("10:57 PM GMT-3", "2026-11-23T22:57:00-03:00")]
    [InlineData("6am UTC+5:30", "2026-11-24T06:00:00+05:30")]
    [InlineData("tomorrow at 9am", "2026-11-24T09:00:00+01:00")]
    [InlineData("Thursday at 5pm", "2026-11-26T17:00:00+01:00")]
    [InlineData("Dec 9 at 5pm", "2026-12-09T17:00:00+01:00")]
    [InlineData("Jan 2, 9am", "2027-01-02T09:00:00+01:00")]
    [InlineData("Dec 29th, 2026 10:15 PM", "2026-12-29T22:15:00+01:00")]
    [InlineData("9 Dec 17:00", "2026-12-09T17:00:00+01:00")]
    [InlineData("in 3 hours", "2026-11-23T17:30:00+01:00")]
    [InlineData("in 2 days 17 hours 14 minutes", "2026-11-26T07:44:00+01:00")]
    [InlineData("in 5 minutes", "2026-11-23T14:35:00+01:00")]
    [InlineData("3h12m5s", "2026-11-23T17:42:05+01:00")]
    [InlineData("45s", "2026-11-23T14:30:45+01:00")]
    [InlineData("1795455000", "2026-11-23T18:30:00+01:00")]
    [InlineData("1795455000000", "2026-11-23T18:30:00+01:00")]
    [InlineData("2026-11-23T18:30:00Z", "2026-11-23T19:30:00+01:00")]
    public void Parse_understandsWhatAgentsSay(string text, string expected) =>
        ResetTime.Parse(text, Now, Berlin).ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("later")]
    [InlineData("soon, at 10")]
    [InlineData("99:99")]
    [InlineData("13pm")]
    [InlineData("3pm (Nowhere/AtAll)")]
    [InlineData("Feb 30 at 5pm")]
    [InlineData("in 4000 hours")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999")]
    public void Parse_ofWhatItDoesNotUnderstand_isNothing(string text) => ResetTime.Parse(text, Now, Berlin).ShouldBeNull();
}
