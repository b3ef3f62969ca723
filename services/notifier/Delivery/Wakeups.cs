using System.Collections.Concurrent;

namespace Athene.Notifier.Delivery;

/// <summary>Lets the worker of a notifier know that there is something to do, while it waits for the next thing to be due.</summary>
public sealed class Wakeups
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes when the notifier is woken next. Take it before looking for something to do, so that nothing falls between.</summary>
    public Task NextAsync(string target) => waiting.GetOrAdd(target, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Waits for the end of a pause, or until somebody is woken.</summary>
    /// <param name="woken">What <see cref="NextAsync"/> gave before there was found to be nothing to do.</param>
    public static async Task PauseAsync(TimeSpan pause, Task woken, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken, Task.Delay(pause, clock, rest.Token));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Wake(string target)
    {
        if (waiting.TryRemove(target, out var sleeper)) sleeper.TrySetResult();
    }
}
