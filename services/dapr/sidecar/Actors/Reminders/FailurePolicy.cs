namespace Athene.Sidecar.Actors.Reminders;

/// <summary>What is to happen when the app does not answer a reminder with 200.</summary>
/// <param name="Interval">The pause before each retry; null lets it grow.</param>
/// <param name="MaxRetries">After so many retries the tick is given up; null for never.</param>
internal sealed record FailurePolicy(TimeSpan? Interval, int? MaxRetries)
{
    /// <summary>The interval of a constant policy that gives none.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    /// <summary>As many retries a second apart as Dapr makes before it gives a reminder up.</summary>
    private const int EagerRetries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>What holds when a reminder names no policy: retried, at first every second and then ever more seldom, until it succeeds.</summary>
    public static FailurePolicy Patient { get; } = new(null, null);

    /// <summary>One delivery a tick.</summary>
    public static FailurePolicy Drop { get; } = new(TimeSpan.Zero, 0);

    /// <summary>The pause before retry number <paramref name="retry"/> (from 1); null when there is to be none.</summary>
    public TimeSpan? PauseBefore(int retry)
    {
        if (retry > MaxRetries) return null;
        if (Interval is { } constant) return constant;
        var seconds = Math.Pow(2, Math.Max(0, retry - EagerRetries));
        return seconds < LongestPause.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestPause;
    }
}
