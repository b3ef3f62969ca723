using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Records;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>
/// Makes a session take over a pull request (spec sessions.md §18): its branch into the session's worktree, then the records of all sessions
/// concerned in one transaction. What is refused is refused before anything has changed; a failure puts everybody back on their branch.
/// </summary>
public sealed class ClaimPullRequest : Workflow<ClaimInput, ClaimOutcome>
{
    public override async Task<ClaimOutcome> RunAsync(WorkflowContext context, ClaimInput input)
    {
        var saga = new Saga(context);
        var began = false;
        try
        {
            var plan = await saga.StepAsync<ClaimPlan>(nameof(PlanClaim), input);
            began = true;
            saga.Compensate(nameof(ReturnToBranch), plan);
            var branch = await saga.StepAsync<CheckedOutBranch>(nameof(CheckOutPullRequest), plan);
            var claim = await saga.StepAsync<RecordedClaim>(nameof(RecordClaim), new ClaimToRecord(plan, branch));
            if (claim.TakenOverFrom.Count > 0) await TellAsync(saga, claim);
            var (assigned, error) = input.Assign ? await AssignAsync(saga, plan) : (false, null);
            return new ClaimOutcome(input.SessionId, new ClaimResult(
                input.SessionId, plan.ProjectId, claim.Pr, branch.Branch, branch.Changed, claim.TakenOverFrom, assigned, error));
        }
        catch (WorkflowTaskFailedException failure)
        {
            var problem = Saga.ProblemOf(failure);
            var failedUndos = await saga.UndoAsync();
            await saga.StepAsync<object?>(nameof(AbandonClaim), new AbandonedClaim(input, problem, failedUndos, began));
            return new ClaimOutcome(input.SessionId, Result: null, problem);
        }
    }

    // The claim holds whether or not they could be told; their history says it in any case.
    private static async Task TellAsync(Saga saga, RecordedClaim claim)
    {
        try
        {
            await saga.StepAsync<object?>(nameof(TellDisplaced), claim);
        }
        catch (WorkflowTaskFailedException)
        {
            // The step's failure is in the operation's document.
        }
    }

    // The claim holds whatever the host says about the assignment (acceptance case 65).
    private static async Task<(bool Assigned, string? Error)> AssignAsync(Saga saga, ClaimPlan plan)
    {
        try
        {
            await saga.StepAsync<PullRequestAssignment>(nameof(AssignPullRequest), plan);
            return (true, null);
        }
        catch (WorkflowTaskFailedException failure)
        {
            return (false, Saga.ProblemOf(failure).Title);
        }
    }
}
