namespace Athene.Dapr.Workflow;

/// <summary>Many steps side by side, but only so many at once.</summary>
public static class ParallelExtensions
{
    /// <summary>Begins a task for each input, at most <paramref name="maxConcurrency"/> at a time; results come in the order of the inputs.</summary>
    /// <exception cref="AggregateException">One or more tasks failed; the others were still waited for.</exception>
    public static async Task<TResult[]> ProcessInParallelAsync<TInput, TResult>(
        this WorkflowContext context, IEnumerable<TInput> inputs, Func<TInput, Task<TResult>> taskFactory, int maxConcurrency = 5)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(taskFactory);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxConcurrency);

        List<Task<TResult>> all = [];
        List<Task<TResult>> open = [];
        foreach (var input in inputs)
        {
            if (open.Count == maxConcurrency) open.Remove(await Task.WhenAny(open));
            var task = taskFactory(input);
            all.Add(task);
            open.Add(task);
        }

        while (open.Count > 0) open.Remove(await Task.WhenAny(open));
        var failures = all.Where(task => !task.IsCompletedSuccessfully).Select(task => task.Exception?.InnerException ?? new TaskCanceledException(task)).ToList();
        if (failures.Count > 0) throw new AggregateException($"{failures.Count} of {all.Count} tasks failed.", failures);
        return await Task.WhenAll(all);
    }
}
