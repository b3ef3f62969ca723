using Athene.Session.Machine.Workspaces;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Brings a session back to life: its worktree as it is or made again, its prompts, and a new run of its agent, which goes on with its own
/// conversation where there is one (spec sessions.md §19). The old terminal goes only when everything is ready for the new one.
/// </summary>
public sealed class RestoreSession : Workflow<RestoreInput, OperationOutcome>
{
    public override async Task<OperationOutcome> RunAsync(WorkflowContext context, RestoreInput input)
    {
        var saga = new Saga(context);
        var stage = RestoreStages.Validation;
        try
        {
            var plan = await saga.StepAsync<RestorePlan>(nameof(BeginRestore), input);

            stage = RestoreStages.WorkspaceRestore;
            if (plan.Workspace is not WorkspaceState.Present) await MakeWorkspaceAsync(saga, plan);

            stage = RestoreStages.LaunchPrepare;
            var launch = await saga.StepAsync<PreparedLaunch>(nameof(PrepareRelaunch), input);

            stage = RestoreStages.RuntimeCreate;
            var oldRuntime = await TryStopAsync(saga, plan.Ticket);
            saga.Compensate(nameof(StopRuntime), plan.Ticket);
            await saga.StepAsync<object?>(nameof(StartRuntime), plan.Ticket);

            stage = RestoreStages.PromptDelivery;
            if (launch.PromptIsMessage) await saga.StepAsync<object?>(nameof(DeliverPrompt), plan.Ticket);

            await saga.StepAsync<object?>(nameof(FinishRestore), new FinishedRestore(input, plan.Ticket, oldRuntime));
            return new OperationOutcome(input.SessionId);
        }
        catch (WorkflowTaskFailedException failure)
        {
            var problem = Saga.ProblemOf(failure);
            var failedUndos = await saga.UndoAsync();
            await saga.StepAsync<object?>(nameof(AbandonRestore), new FailedRestore(input, stage, problem, failedUndos));
            return new OperationOutcome(input.SessionId, problem);
        }
    }

    private static async Task MakeWorkspaceAsync(Saga saga, RestorePlan plan)
    {
        if (plan.Workspace is WorkspaceState.Absent) saga.Compensate(nameof(DropRestoredWorkspace), plan.Ticket);
        await saga.StepAsync<object?>(nameof(RestoreWorkspace), plan);
        if (plan.HasPostCreate) await saga.StepAsync<object?>(nameof(RunPostCreate), plan.Ticket);
    }

    // A terminal that cannot be ended is told of; whether the new one can begin beside it, the next step shows (acceptance case 66).
    private static async Task<FailedUndo?> TryStopAsync(Saga saga, SpawnTicket ticket)
    {
        try
        {
            await saga.StepAsync<object?>(nameof(StopRuntime), ticket);
            return null;
        }
        catch (WorkflowTaskFailedException failure)
        {
            return new FailedUndo(nameof(StopRuntime), Saga.ProblemOf(failure).Title);
        }
    }
}
