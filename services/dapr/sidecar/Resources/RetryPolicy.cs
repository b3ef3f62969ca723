namespace Athene.Sidecar.Resources;

/// <summary>How often and when something refused is tried again (Dapr's resiliency retry).</summary>
/// <param name="MaxRetries">Tries after the first one; null for no end.</param>
/// <param name="Delay">Constant: the pause. Exponential: unused.</param>
/// <param name="MaxInterval">Exponential: the longest pause. Constant: unused.</param>
internal sealed record RetryPolicy(bool Exponential, TimeSpan Delay, TimeSpan MaxInterval, int? MaxRetries)
{
    private static readonly TimeSpan FirstExponentialDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>What Dapr does without a policy: one try.</summary>
    public static RetryPolicy None { get; } = new(Exponential: false, TimeSpan.Zero, TimeSpan.Zero, MaxRetries: 0);

    /// <summary>Answers that count as failures, by status; null for every one that is no success and no redirection (below 200 or above 399), as in Dapr.</summary>
    public IReadOnlyList<StatusRange>? Statuses { get; init; }

    /// <summary>Whether anything is ever tried again.</summary>
    public bool Repeats => MaxRetries is not 0;

    /// <summary>Whether an answer with this status is to be asked for again.</summary>
    public bool IsFailure(int status) => Statuses?.Any(range => range.Contains(status)) ?? status is < 200 or > 399;

    /// <summary>The pause before retry number <paramref name="retry"/> (from 1), or null when there is to be none.</summary>
    public TimeSpan? PauseBefore(int retry)
    {
        if (retry > MaxRetries) return null;
        if (!Exponential) return Delay;
        var milliseconds = FirstExponentialDelay.TotalMilliseconds * Math.Pow(1.5, retry - 1);
        return milliseconds < MaxInterval.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : MaxInterval;
    }
}
