using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>The attempts at one step under its retry policy.</summary>
internal sealed class Attempts(TurnContext context, WorkflowRetryPolicy? policy)
{
    private readonly DateTime begun = context.CurrentUtcDateTime;
    private string? first;
    private int count;

    /// <summary>The key of the first attempt, which all retry timers of the step carry.</summary>
    public string First(string key) => first ??= key;

    /// <summary>Waits until the next attempt is due.</summary>
    /// <exception cref="WorkflowTaskFailedException">There is no further attempt.</exception>
    public async Task PauseOrThrowAsync(string message, TaskFailureDetails failure, Action<CreateTimerAction> origin)
    {
        count++;
        if (policy?.PauseAfter(count, context.CurrentUtcDateTime - begun) is not { } pause)
            throw new WorkflowTaskFailedException(message, Failures.ToDetails(failure)!);

        await context.CreateTimer(context.CurrentUtcDateTime + pause, origin, CancellationToken.None).ConfigureAwait(false);
    }
}
