using System.Globalization;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Ends a session (spec sessions.md §15) without losing work: the agent is stopped, what it has not pushed or committed is kept under a rescue ref,
/// and only then the worktree goes. When the work cannot be kept, the worktree stays, unless the kill is forced.
/// </summary>
public sealed class KillSession : Workflow<KillInput, KillOutcome>
{
    public override async Task<KillOutcome> RunAsync(WorkflowContext context, KillInput input)
    {
        var saga = new Saga(context);
        var began = false;
        try
        {
            var plan = await saga.StepAsync<KillPlan>(nameof(BeginKill), input);
            if (plan.AlreadyTerminated) return new KillOutcome(Cleaned: false, AlreadyTerminated: true, RescueRef: null);
            began = true;

            var failures = new List<FailedUndo>();
            await TryAsync(saga, failures, nameof(StopRuntime), plan.Ticket);
            var rescueRef = await KeepWorkAsync(saga, context, input, plan.Ticket);
            await TryAsync(saga, failures, nameof(RemoveWorkspace), plan.Ticket);
            if (input.Purge) await TryAsync(saga, failures, nameof(DropBranch), plan.Ticket);
            await TryAsync(saga, failures, nameof(RemovePrompts), plan.Ticket);
            if (input.Purge) await TryAsync(saga, failures, nameof(DeleteConversation), plan.Ticket);
            await saga.StepAsync<object?>(nameof(FinishKill), new FinishedKill(input, plan.Ticket, rescueRef, failures));
            return new KillOutcome(Cleaned: true, AlreadyTerminated: false, rescueRef);
        }
        catch (WorkflowTaskFailedException failure)
        {
            var problem = Saga.ProblemOf(failure);
            await context.CallActivityAsync<object?>(nameof(RecordKillFailure), new FailedKill(input.SessionId, problem, began));
            return new KillOutcome(Cleaned: false, AlreadyTerminated: false, RescueRef: null, problem);
        }
    }

    private static async Task<string?> KeepWorkAsync(Saga saga, WorkflowContext context, KillInput input, SpawnTicket ticket)
    {
        // To the millisecond: a session may be killed, restored and killed again within a second, and each kill keeps its own.
        var stamp = context.CurrentUtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        try
        {
            return await saga.StepAsync<string?>(nameof(KeepWork), new WorkToKeep(ticket, stamp));
        }
        catch (WorkflowTaskFailedException) when (input.Force)
        {
            return null;
        }
    }

    // What cannot be destroyed is reported, and does not keep the session alive (acceptance case 45).
    private static async Task TryAsync(Saga saga, List<FailedUndo> failures, string step, SpawnTicket ticket)
    {
        try
        {
            await saga.StepAsync<object?>(step, ticket);
        }
        catch (WorkflowTaskFailedException failure)
        {
            failures.Add(new FailedUndo(step, Saga.ProblemOf(failure).Title));
        }
    }
}
