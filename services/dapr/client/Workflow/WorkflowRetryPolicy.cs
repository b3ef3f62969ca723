namespace Athene.Dapr.Workflow;

/// <summary>When and how often a failed activity or child workflow is tried again.</summary>
public class WorkflowRetryPolicy
{
    /// <param name="maxNumberOfAttempts">How often in all, 1 or more.</param>
    /// <param name="firstRetryInterval">The pause between the first and the second attempt.</param>
    /// <param name="backoffCoefficient">The factor by which each further pause grows, 1 or more.</param>
    /// <param name="maxRetryInterval">The longest pause; one hour when null.</param>
    /// <param name="retryTimeout">No further attempt after this long; endless when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or a limit is shorter than the first pause.</exception>
    public WorkflowRetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan? MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>The pause after attempt number <paramref name="attempt"/> (from 1), or null when there is no further attempt.</summary>
    internal TimeSpan? PauseAfter(int attempt, TimeSpan elapsed)
    {
        if (attempt >= MaxNumberOfAttempts) return null;
        if (RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= RetryTimeout) return null;

        var milliseconds = FirstRetryInterval.TotalMilliseconds * Math.Pow(BackoffCoefficient, attempt - 1);
        if (MaxRetryInterval is not { } longest || longest == Timeout.InfiniteTimeSpan) return TimeSpan.FromMilliseconds(milliseconds);
        return milliseconds >= longest.TotalMilliseconds ? longest : TimeSpan.FromMilliseconds(milliseconds);
    }

    private static void ThrowIfShorter(TimeSpan? limit, TimeSpan firstRetryInterval, string name)
    {
        if (limit is { } value && value != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(value, firstRetryInterval, name);
    }
}
