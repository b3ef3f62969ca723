namespace Athene.Sidecar.Scheduling;

/// <summary>Calls back when the earliest of many times has come; one system timer, no polling.</summary>
internal sealed class TimerQueue<T> : IDisposable
{
    /// <summary>System timers do not reach as far as workflow timers may; a far one is armed in steps.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<T, DateTimeOffset> queue = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;

    /// <param name="onDue">Called, outside any lock, whenever something may be due; it is to call <see cref="TakeDue"/>.</param>
    public TimerQueue(TimeProvider clock, Action onDue)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => onDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(T item, DateTimeOffset due)
    {
        lock (gate)
        {
            queue.Enqueue(item, due);
            Arm();
        }
    }

    public void AddRange(IEnumerable<(T Item, DateTimeOffset Due)> items)
    {
        lock (gate)
        {
            queue.EnqueueRange(items);
            Arm();
        }
    }

    /// <summary>Removes and returns everything that is due by now, earliest first.</summary>
    public List<T> TakeDue()
    {
        lock (gate)
        {
            List<T> due = [];
            var now = clock.GetUtcNow();
            while (queue.TryPeek(out var item, out var time) && time <= now)
            {
                queue.Dequeue();
                due.Add(item);
            }

            Arm();
            return due;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Arm()
    {
        if (!queue.TryPeek(out _, out var next)) return;
        var wait = next - clock.GetUtcNow();
        // Whole milliseconds, rounded up: a timer that fires early would only have to be armed again.
        wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(wait.TotalMilliseconds, 0, LongestWait.TotalMilliseconds)));
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
