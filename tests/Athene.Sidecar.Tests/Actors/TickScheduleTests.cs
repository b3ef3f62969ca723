using System.Globalization;
using Athene.Sidecar.Actors.Callbacks;

namespace Athene.Sidecar.Tests.Actors;

public sealed class TickScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("R5/PT10S", "@every 10s", 5)]
    [InlineData("1s", "@every 1s", null)]
    [InlineData("0h1m30s500ms", "@every 1m30.5s", null)]
    [InlineData("PT1H", "@every 1h0m0s", null)]
    [InlineData("250ms", "@every 250ms", null)]
    [InlineData("P1DT2H", "@every 26h0m0s", null)]
    [InlineData("P1M", "@every P1M", null)]
    public void Parse_period_is_shown_as_Dapr_does(string text, string shown, int? ticks)
    {
        var period = TickPeriod.Parse(text).ShouldNotBeNull();
        period.ToString().ShouldBe(shown);
        period.Ticks.ShouldBe(ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0s")]
    [InlineData("PT0S")]
    public void Parse_empty_period_is_one_tick(string text) => TickPeriod.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("often")]
    [InlineData("R0/PT1S")]
    [InlineData("R/PT1S")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("-5s")]
    [InlineData("2562048h")]
    [InlineData("99999999999999999999h")]
    public void Parse_what_is_not_a_period_is_refused(string text) => Should.Throw<FormatException>(() => TickPeriod.Parse(text));

    [Theory]
    [InlineData("5s", "12:00:05")]
    [InlineData("PT1M", "12:01:00")]
    [InlineData("0h0m5s0ms", "12:00:05")]
    [InlineData("2026-01-31T13:00:00Z", "13:00:00")]
    [InlineData("", "12:00:00")]
    public void Read_due_time_is_a_duration_or_a_time_of_day(string dueTime, string first) =>
        TickSchedule.Read(dueTime, null, "", Now).Next.TimeOfDay.ShouldBe(TimeSpan.Parse(first, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("soon", "")]
    [InlineData("1s", "2020-01-01T00:00:00Z")]
    [InlineData("P9999Y", "")]
    public void Read_what_can_never_be_due_is_refused(string dueTime, string timeToLive) =>
        Should.Throw<FormatException>(() => TickSchedule.Read(dueTime, null, timeToLive, Now));

    [Fact]
    public void Read_period_whose_second_tick_no_calendar_has_is_refused() =>
        Should.Throw<FormatException>(() => TickSchedule.Read("1s", TickPeriod.Parse("P9000Y"), "", Now));

    [Fact]
    public void AfterTick_counted_ticks_end()
    {
        var schedule = TickSchedule.Read("1s", TickPeriod.Parse("R3/PT1S"), "", Now);
        List<DateTimeOffset> ticks = [];
        for (var next = schedule; next is not null; next = next.AfterTick(next.Next)) ticks.Add(next.Next);
        ticks.ShouldBe([Now.AddSeconds(1), Now.AddSeconds(2), Now.AddSeconds(3)]);
    }

    [Fact]
    public void AfterTick_the_end_of_the_time_to_live_is_the_last_tick()
    {
        var schedule = TickSchedule.Read("0s", TickPeriod.Parse("1s"), "3s", Now);
        List<DateTimeOffset> ticks = [];
        for (var next = schedule; next is not null; next = next.AfterTick(next.Next)) ticks.Add(next.Next);
        ticks.Count.ShouldBe(4);
        ticks[^1].ShouldBe(Now.AddSeconds(3));
    }

    [Fact]
    public void AfterTick_missed_ticks_are_made_up_for_by_the_last_of_them()
    {
        var schedule = TickSchedule.Read("0s", TickPeriod.Parse("1s"), "", Now);
        schedule.AfterTick(Now.AddSeconds(5.5))!.Next.ShouldBe(Now.AddSeconds(5));
        schedule.CaughtUp(Now.AddSeconds(7.2)).AfterTick(Now.AddSeconds(7.3))!.Next.ShouldBe(Now.AddSeconds(8));
    }

    [Fact]
    public void AfterTick_a_month_is_as_long_as_it_is() =>
        TickSchedule.Read("0s", TickPeriod.Parse("P1M"), "", Now).AfterTick(Now)!.Next.ShouldBe(new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero));
}
