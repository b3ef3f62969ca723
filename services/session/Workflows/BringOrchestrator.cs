using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Meets a demand for a project's orchestrator (spec sessions.md §13): looks, and keeps, restores, spawns or replaces it. The spawn, the kill and the
/// restore are those of every session. While it runs it holds the project's lease, so no two of them ever do.
/// </summary>
public sealed class BringOrchestrator : Workflow<OrchestratorInput, OperationOutcome>
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>Each look stays in the workflow's history, and is gone through at every later one.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // Somebody may be killing or restoring the session at this moment, under the same name. A project's commands for new worktrees may take minutes.
    private static readonly WorkflowRetryPolicy UntilNameIsFree = new(maxNumberOfAttempts: 1800, firstRetryInterval: BetweenLooks);

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
            for (var pause = BetweenLooks; ; pause = Longer(pause))
            {
                if (plan.Action is not OrchestratorAction.Wait && await CarryOutAsync(context, saga, input, plan) is { } outcome && !IsOvertaken(outcome)) return outcome;
                await context.CreateTimer(pause);
                plan = await context.CallActivityAsync<OrchestratorPlan>(nameof(PlanOrchestrator), input);
            }
        }
        catch (WorkflowTaskFailedException failure)
        {
            return new OperationOutcome(null, Saga.ProblemOf(failure));
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;

    // Since the look, somebody else took hold of the session, or brought it back: look again.
    private static bool IsOvertaken(OperationOutcome outcome) =>
        outcome.Problem?.Type is ErrorTypes.SessionBusy or ErrorTypes.SessionNotRestorable;

    private static async Task<OperationOutcome> CarryOutAsync(WorkflowContext context, Saga saga, OrchestratorInput input, OrchestratorPlan plan)
    {
        if (plan.Action is OrchestratorAction.Keep) return new OperationOutcome(plan.SessionId);
        if (plan.Action is OrchestratorAction.Restore) return await RestoreAsync(saga, new RestoreInput(plan.SessionId, plan.RestoreNumber));
        if (plan.Action is OrchestratorAction.Replace && await KillAsync(saga, plan.SessionId) is { } problem) return new OperationOutcome(plan.SessionId, problem);
        return await SpawnAsync(context, saga, input);
    }

    private static Task<OperationOutcome> RestoreAsync(Saga saga, RestoreInput restore) => saga.ChildAsync<OperationOutcome>(
        nameof(RestoreSession), restore, new ChildWorkflowTaskOptions(restore.OperationId, UntilNameIsFree), outcome => outcome.Problem);

    private static async Task<ProblemDocument?> KillAsync(Saga saga, string sessionId)
    {
        var ended = await saga.ChildAsync<KillOutcome>(
            nameof(KillSession),
            new KillInput(sessionId, SessionReason.ManuallyKilled, Purge: false, Force: false),
            new ChildWorkflowTaskOptions(OperationKinds.KillOf(sessionId), UntilNameIsFree),
            outcome => outcome.Problem);
        return ended.Problem;
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
