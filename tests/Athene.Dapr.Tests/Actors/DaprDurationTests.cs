namespace Athene.Dapr.Tests.Actors;

public sealed class DaprDurationTests
{
    [Theory]
    [InlineData("00:00:05", "0h0m5s0ms")]
    [InlineData("1.02:03:04.056", "26h3m4s56ms")]
    [InlineData("00:00:00", "0h0m0s0ms")]
    [InlineData("-00:00:00.001", "")]
    public void Duration_is_written_as_Dapr_reads_it(string duration, string text)
    {
        DaprDuration.Format(TimeSpan.Parse(duration)).ShouldBe(text);
        DaprDuration.Parse(text).ShouldBe(TimeSpan.Parse(duration));
    }

    [Theory]
    [InlineData("00:00:10", 5, "R5/PT10S")]
    [InlineData("1.00:00:00", 1, "R1/P1D")]
    [InlineData("1.02:00:03", 2, "R2/P1DT2H3S")]
    public void Repeated_period_is_written_like_ISO_8601(string period, int repetitions, string text)
    {
        DaprDuration.Format(TimeSpan.Parse(period), repetitions).ShouldBe(text);
        DaprDuration.Parse(text).ShouldBe(TimeSpan.Parse(period));
    }

    [Theory]
    [InlineData("@every 10s", "00:00:10")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("1h0m0s", "01:00:00")]
    public void Other_forms_of_the_sidecar_are_read(string text, string duration) =>
        DaprDuration.Parse(text).ShouldBe(TimeSpan.Parse(duration));

    [Theory]
    [InlineData("soon")]
    [InlineData("10")]
    [InlineData("P")]
    [InlineData("@every ")]
    public void Text_that_is_no_duration_is_refused(string text) =>
        Should.Throw<FormatException>(() => DaprDuration.Parse(text)).Message.ShouldContain($"'{text}'");

    [Theory]
    [InlineData("00:00:00.500")]
    [InlineData("00:00:01.500")]
    [InlineData("-00:00:00.001")]
    public void Repeated_period_that_is_not_of_whole_seconds_is_refused(string period) =>
        Should.Throw<ArgumentException>(() => DaprDuration.Format(TimeSpan.Parse(period), 3));
}
