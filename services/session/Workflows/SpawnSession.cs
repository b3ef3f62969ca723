using Athene.Session.Machine.Workspaces;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Brings a session into being, a worker or an orchestrator: a name, a worktree, prompts, a terminal with the agent in it (spec sessions.md §12, §13).
/// Every step may be repeated; a failure undoes what was made, last in first out, and the attempt stays readable as an operation.
/// </summary>
public sealed class SpawnSession : Workflow<SpawnInput, OperationOutcome>
{
    public override async Task<OperationOutcome> RunAsync(WorkflowContext context, SpawnInput input)
    {
        var saga = new Saga(context);
        if (input.Queued && await context.WaitForExternalEventAsync<SpawnTurn>(SpawnTurn.EventName) is { Problem: { } cancelled })
        {
            await saga.StepAsync<object?>(nameof(LeaveQueue), input);
            return new OperationOutcome(null, cancelled);
        }

        return await SpawnAsync(context, saga, input);
    }

    private static async Task<OperationOutcome> SpawnAsync(WorkflowContext context, Saga saga, SpawnInput input)
    {
        string? sessionId = null;
        try
        {
            var plan = await saga.StepAsync<SpawnPlan>(nameof(PlanSpawn), input);
            sessionId = await saga.StepAsync<string>(nameof(ReserveSession), new ReservationRequest(input.OperationId, input.ProjectId, plan, input.Queued));
            var ticket = new SpawnTicket(input.OperationId, input.ProjectId, sessionId);

            var workspace = await PrepareWorkspaceAsync(saga, ticket, plan);
            if (plan.HasPostCreate) await saga.StepAsync<object?>(nameof(RunPostCreate), ticket);

            saga.Compensate(nameof(RemovePrompts), ticket);
            await saga.StepAsync<object?>(nameof(WritePrompts), new PromptRequest(ticket, plan, workspace));

            if (plan.DeletesEarlierConversations) await saga.StepAsync<object?>(nameof(DeleteEarlierConversations), ticket);
            saga.Compensate(nameof(StopRuntime), ticket);
            await saga.StepAsync<object?>(nameof(StartRuntime), ticket);
            if (plan.PromptIsMessage) await saga.StepAsync<object?>(nameof(DeliverPrompt), ticket);

            await saga.StepAsync<object?>(nameof(ActivateSession), ticket);
            return new OperationOutcome(sessionId);
        }
        catch (WorkflowTaskFailedException failure)
        {
            var problem = Saga.ProblemOf(failure);
            if (sessionId is not null)
                await context.CallActivityAsync<object?>(nameof(AnnounceRollback), new Rollback(input.OperationId, input.ProjectId, sessionId, problem));
            var failedStep = saga.FailedStep;
            var failedUndos = await saga.UndoAsync();
            await saga.StepAsync<object?>(nameof(AbandonSpawn), new AbandonedSpawn(
                input.OperationId, input.ProjectId, input.Kind, failedStep, sessionId, problem, failedUndos, input.Queued));
            return new OperationOutcome(sessionId, problem);
        }
    }

    // What was there before the spawn is not the spawn's to remove (acceptance case 31).
    private static Task<CreatedWorkspace> PrepareWorkspaceAsync(Saga saga, SpawnTicket ticket, SpawnPlan plan)
    {
        if (plan.AdoptedWorkspace is { } path) return saga.StepAsync<CreatedWorkspace>(nameof(AdoptWorkspace), new Adoption(ticket, path));
        saga.Compensate(nameof(DiscardWorkspace), ticket);
        return saga.StepAsync<CreatedWorkspace>(nameof(CreateWorkspace), ticket);
    }
}
