using Athene.Configuration.Notifiers;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Tests.Delivery;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, null, 0.0, 1.0)]
    [InlineData(1, null, 1.0, 1.2)]
    [InlineData(5, null, 0.0, 16.0)]
    [InlineData(1000, null, 0.0, 600.0)]
    [InlineData(1, 30.0, 0.5, 30.0)]
    [InlineData(6, 1.0, 0.0, 32.0)]
    [InlineData(1, 86400.0, 0.0, 600.0)]
    public void Pause_doubles_spreads_and_honours_what_is_asked_within_ten_minutes(int failures, double? asked, double chance, double seconds) =>
        Backoff.After(new DeliveryLimits(), failures, asked is { } wish ? TimeSpan.FromSeconds(wish) : null, chance).TotalSeconds.ShouldBe(seconds, 0.001);
}
