using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Workflows.Steps;

/// <summary>Undoes <see cref="CheckOutPullRequest"/>.</summary>
public sealed class ReturnToBranch(StepRunner runner, IBranches branches) : Step<ClaimPlan, object?>(runner)
{
    protected override string? SessionOf(ClaimPlan input) => input.SessionId;

    protected override async Task<object?> RunStepAsync(ClaimPlan input, CancellationToken cancellationToken)
    {
        await branches.ReturnAsync(input.Checkout, cancellationToken);
        return null;
    }
}
