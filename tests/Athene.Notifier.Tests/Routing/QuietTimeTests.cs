using System.Globalization;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Tests.Routing;

public sealed class QuietTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    [Theory]
    [InlineData("22:00", "07:30", "2026-01-05T21:00:00Z", "2026-01-06T06:30:00Z")]
    [InlineData("22:00", "07:30", "2026-01-06T06:29:59Z", "2026-01-06T06:30:00Z")]
    [InlineData("12:00", "13:00", "2026-07-01T10:30:00Z", "2026-07-01T11:00:00Z")]
    // The clock leaps from 2:00 to 3:00 in that night: the hours end with the leap.
    [InlineData("22:00", "02:30", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")]
    public void End_follows_the_clock_of_the_place(string from, string to, string now, string end) =>
        new QuietHours(Time(from), Time(to), Berlin, EveryDay, UrgentPasses: true).EndAt(At(now)).ShouldBe(At(end));

    [Theory]
    [InlineData("22:00", "07:30", "2026-01-05T20:59:59Z")]
    [InlineData("22:00", "07:30", "2026-01-06T06:30:00Z")]
    public void End_outside_of_the_hours_is_none(string from, string to, string now) =>
        new QuietHours(Time(from), Time(to), Berlin, EveryDay, UrgentPasses: true).EndAt(At(now)).ShouldBeNull();

    [Fact]
    public void Days_are_those_on_which_the_hours_begin()
    {
        var weekends = new QuietHours(Time("20:00"), Time("08:00"), TimeZoneInfo.Utc, new HashSet<DayOfWeek> { DayOfWeek.Saturday }, UrgentPasses: true);

        weekends.EndAt(At("2026-01-10T21:00:00Z")).ShouldBe(At("2026-01-11T08:00:00Z"));
        weekends.EndAt(At("2026-01-11T07:00:00Z")).ShouldBe(At("2026-01-11T08:00:00Z"));
        weekends.EndAt(At("2026-01-11T21:00:00Z")).ShouldBeNull();
    }

    [Theory]
    [InlineData(true, NotificationPriority.Urgent, true)]
    [InlineData(true, NotificationPriority.Action, false)]
    [InlineData(false, NotificationPriority.Urgent, false)]
    public void Urgent_passes_unless_it_is_to_wait(bool urgentPasses, NotificationPriority priority, bool passes) =>
        (new QuietHours(Time("00:00"), Time("23:59"), TimeZoneInfo.Utc, EveryDay, urgentPasses).EndFor(priority, At("2026-01-05T12:00:00Z")) is null).ShouldBe(passes);

    [Theory]
    [InlineData("1h", null, "2026-01-05T12:00:00Z", "2026-01-05T13:00:00Z")]
    [InlineData("1h", null, "2026-01-05T12:59:59Z", "2026-01-05T13:00:00Z")]
    [InlineData(null, "09:00", "2026-01-05T07:59:00Z", "2026-01-05T08:00:00Z")]
    [InlineData(null, "09:00", "2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z")]
    public void Digest_comes_at_the_next_of_its_times(string? every, string? at, string now, string next) => new DigestPlan(
            new HashSet<NotificationPriority>(), every is null ? null : TimeSpan.FromHours(1), at is null ? null : Time(at), Berlin)
        .NextAfter(At(now)).ToUniversalTime().ShouldBe(At(next));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
