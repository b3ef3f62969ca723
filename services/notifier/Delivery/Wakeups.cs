using System.Collections.Concurrent;

namespace Athene.Notifier.Delivery;

/// <summary>Lets the worker of a notifier know that there is something to do, while it waits for the next thing to be due.</summary>
public sealed class Wakeups
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes when the notifier is woken next. Take it before looking for something to do, so that nothing falls between.</summary>
    public Task NextAsync(string target) => waiting.GetOrAdd(target, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Wake(string target)
    {
        if (waiting.TryRemove(target, out var sleeper)) sleeper.TrySetResult();
    }
}
