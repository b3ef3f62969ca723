using System.Runtime.CompilerServices;

namespace Athene.Processes;

/// <summary>A started process: its id now, its result when awaited.</summary>
public sealed class CommandTask<TResult>(Task<TResult> task, int processId)
{
    public Task<TResult> Task { get; } = task;

    public int ProcessId { get; } = processId;

    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;
}
