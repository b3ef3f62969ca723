using Athene.Configuration.Notifiers;

namespace Athene.Notifier.Delivery;

/// <summary>How long to wait after a failure. Pure.</summary>
public static class Backoff
{
    /// <summary>The longest pause, also when the other end asks for a longer one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const double Jitter = 0.2;

    /// <param name="failures">How many tries failed, this one included.</param>
    /// <param name="asked">The pause that the other end asks for; never shortened, within <see cref="Longest"/>.</param>
    /// <param name="chance">Between 0 and 1: spreads those that failed together.</param>
    public static TimeSpan After(DeliveryLimits limits, int failures, TimeSpan? asked, double chance)
    {
        var doubled = limits.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 20));
        var pause = (doubled < Longest ? doubled : Longest) * (1 + (Jitter * chance));
        var least = asked is { } wish ? (wish < Longest ? wish : Longest) : TimeSpan.Zero;
        return pause > least ? pause : least;
    }
}
