namespace Athene.Lifecycle.Verdicts;

/// <summary>Gives a session whose agent is gone some time to come back, across restarts of everything, and then a verdict.</summary>
public sealed class VerdictAfterGrace : Workflow<PendingVerdict, bool>
{
    // An hour and a half in all: the session service may be down for a while.
    private static readonly WorkflowTaskOptions Patiently = new(new WorkflowRetryPolicy(
        maxNumberOfAttempts: 100, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1)));

    public override async Task<bool> RunAsync(WorkflowContext context, PendingVerdict input)
    {
        await context.CreateTimer(input.Grace);
        return await context.CallActivityAsync<bool>(nameof(GiveVerdict), input, Patiently);
    }
}
