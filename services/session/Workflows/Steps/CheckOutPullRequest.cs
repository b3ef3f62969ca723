using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows.Steps;

/// <summary>Brings the pull request's branch into the session's worktree.</summary>
public sealed class CheckOutPullRequest(StepRunner runner, IBranches branches) : Step<ClaimPlan, CheckedOutBranch>(runner)
{
    protected override string? SessionOf(ClaimPlan input) => input.SessionId;

    protected override Task<CheckedOutBranch> RunStepAsync(ClaimPlan input, CancellationToken cancellationToken) =>
        branches.CheckOutAsync(input.Checkout, cancellationToken);
}
