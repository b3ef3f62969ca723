namespace Athene.Sidecar.Workflows;

/// <summary>Wakes when the retention of the next finished instance ends. Not thread-safe: the engine calls it under its lock.</summary>
internal sealed class ExpirySweep : IDisposable
{
    /// <summary>System timers do not reach as far as a retention may; a far end is waited for in steps.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private DateTimeOffset next = DateTimeOffset.MaxValue;

    /// <param name="onDue">Called when something may have expired; it is to call <see cref="Restart"/>.</param>
    public ExpirySweep(TimeProvider clock, Action onDue)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => onDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something expires then.</summary>
    public void Expect(DateTimeOffset? expiry)
    {
        if (expiry is not { } time || time >= next) return;
        next = time;
        var wait = time - clock.GetUtcNow();
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(wait.TotalMilliseconds, 0, LongestWait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    /// <summary>What was due is removed; the next is then.</summary>
    public void Restart(DateTimeOffset? expiry)
    {
        next = DateTimeOffset.MaxValue;
        Expect(expiry);
    }

    public void Dispose() => timer.Dispose();
}
