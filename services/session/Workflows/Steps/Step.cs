namespace Athene.Session.Workflows.Steps;

/// <summary>
/// One step of an operation. Steps run at least once: after a crash the same step comes again with the same input, so it must find its own earlier
/// effect. Two runs of one operation's steps never overlap in this process (see <see cref="StepRunner"/>).
/// </summary>
public abstract class Step<TInput, TOutput>(StepRunner runner) : WorkflowActivity<TInput, TOutput>
{
    public sealed override Task<TOutput> RunAsync(WorkflowActivityContext context, TInput input) =>
        // No token: a step that was cut short by a shutdown must not look like one that failed. The process ends, and the step comes again.
        runner.RunAsync(GetType().Name, context.InstanceId, SessionOf(input), () => RunStepAsync(input, CancellationToken.None));

    /// <summary>The session that the step is about, for the logs; null when it has none yet.</summary>
    protected abstract string? SessionOf(TInput input);

    protected abstract Task<TOutput> RunStepAsync(TInput input, CancellationToken cancellationToken);
}
