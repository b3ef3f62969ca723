using Athene.Cli.Supervision;

namespace Athene.Cli.Tests.Supervision;

public sealed class RestartBackoffTests
{
    [Theory]
    [InlineData(1, 0.2)]
    [InlineData(2, 0.4)]
    [InlineData(4, 1.6)]
    [InlineData(7, 10)]
    [InlineData(1000, 10)]
    public void Each_death_in_a_row_doubles_the_wait_up_to_a_limit(int deaths, double seconds) =>
        RestartBackoff.Default.Delay(deaths).TotalSeconds.ShouldBe(seconds, tolerance: 0.001);

    [Fact]
    public void A_life_that_lasted_starts_the_count_anew()
    {
        RestartBackoff.Default.DeathsInARow(5, TimeSpan.FromSeconds(1)).ShouldBe(6);
        RestartBackoff.Default.DeathsInARow(5, TimeSpan.FromMinutes(1)).ShouldBe(1);
    }
}
