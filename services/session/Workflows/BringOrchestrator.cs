using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Meets a demand for a project's orchestrator (spec sessions.md §13): looks, and keeps, restores, spawns or replaces it. The spawn and the kill are
/// those of every session. While it runs it holds the project's lease, so no two of them ever do.
/// </summary>
public sealed class BringOrchestrator : Workflow<OrchestratorInput, OperationOutcome>
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    // Somebody may be ending the session at this moment, under the same name: then that kill is awaited.
    private static readonly WorkflowRetryPolicy UntilNameIsFree = new(maxNumberOfAttempts: 120, firstRetryInterval: BetweenLooks);

    public override async Task<OperationOutcome> RunAsync(WorkflowContext context, OrchestratorInput input)
    {
        var saga = new Saga(context);
        var outcome = await BringAsync(context, saga, input);
        await saga.StepAsync<object?>(nameof(ReleaseOrchestrator), input);
        return outcome;
    }

    private static async Task<OperationOutcome> BringAsync(WorkflowContext context, Saga saga, OrchestratorInput input)
    {
        try
        {
            var plan = await saga.StepAsync<OrchestratorPlan>(nameof(PlanOrchestrator), input);
            while (plan.Action is OrchestratorAction.Wait)
            {
                await context.CreateTimer(BetweenLooks);
                plan = await context.CallActivityAsync<OrchestratorPlan>(nameof(PlanOrchestrator), input);
            }

            return plan.Action switch
            {
                OrchestratorAction.Keep => new OperationOutcome(plan.SessionId),
                OrchestratorAction.Replace or OrchestratorAction.Restore => await ReplaceAsync(context, saga, input, plan.SessionId),
                _ => await SpawnAsync(context, saga, input),
            };
        }
        catch (WorkflowTaskFailedException failure)
        {
            return new OperationOutcome(null, Saga.ProblemOf(failure));
        }
    }

    private static async Task<OperationOutcome> ReplaceAsync(WorkflowContext context, Saga saga, OrchestratorInput input, string sessionId)
    {
        var ended = await saga.ChildAsync<KillOutcome>(
            nameof(KillSession),
            new KillInput(sessionId, SessionReason.ManuallyKilled, Purge: false, Force: false),
            new ChildWorkflowTaskOptions($"{OperationKinds.Kill}-{sessionId}", UntilNameIsFree),
            outcome => outcome.Problem);
        return ended.Problem is { } problem ? new OperationOutcome(sessionId, problem) : await SpawnAsync(context, saga, input);
    }

    private static Task<OperationOutcome> SpawnAsync(WorkflowContext context, Saga saga, OrchestratorInput input)
    {
        var operationId = $"{OperationKinds.Spawn}-{context.NewGuid():N}";
        var spawn = new SpawnInput(
            operationId, input.ProjectId, new SpawnRequest(Agent: input.Agent), RequestHash: "", SessionKind.Orchestrator);
        return saga.ChildAsync<OperationOutcome>(
            nameof(SpawnSession), spawn, new ChildWorkflowTaskOptions(operationId), outcome => outcome.Problem);
    }
}
