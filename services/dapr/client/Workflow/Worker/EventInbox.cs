using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>External events and those who wait for them: names without case, first in, first out, early ones kept.</summary>
internal sealed class EventInbox
{
    private readonly List<HistoryEvent> early = [];
    private readonly List<(string Name, TaskCompletionSource<HistoryEvent> Waiter)> waiting = [];

    /// <summary>Events that nobody has taken, in the order in which they came.</summary>
    public IReadOnlyList<HistoryEvent> Untaken => early;

    public bool HasWaiters => waiting.Exists(entry => !entry.Waiter.Task.IsCompleted);

    /// <summary>The next event of this name: one that came early, or the next to come.</summary>
    public TaskCompletionSource<HistoryEvent> Wait(string name)
    {
        var waiter = new TaskCompletionSource<HistoryEvent>();
        var index = early.FindIndex(raised => Same(raised.EventRaised.Name, name));
        if (index < 0)
        {
            waiting.Add((name, waiter));
            return waiter;
        }

        waiter.SetResult(early[index]);
        early.RemoveAt(index);
        return waiter;
    }

    /// <summary>Takes in an event; the answer is who waits for it, or null when it is kept.</summary>
    public TaskCompletionSource<HistoryEvent>? Receive(HistoryEvent raised)
    {
        waiting.RemoveAll(entry => entry.Waiter.Task.IsCompleted);
        var index = waiting.FindIndex(entry => Same(entry.Name, raised.EventRaised.Name));
        if (index < 0)
        {
            early.Add(raised);
            return null;
        }

        var waiter = waiting[index].Waiter;
        waiting.RemoveAt(index);
        return waiter;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
