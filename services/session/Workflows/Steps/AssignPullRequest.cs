using Athene.Contracts.PullRequests;
using Athene.Session.Projects;
using Athene.Session.Trackers;

namespace Athene.Session.Workflows.Steps;

/// <summary>Assigns the pull request on its host. Assigning twice is assigning once.</summary>
public sealed class AssignPullRequest(StepRunner runner, IProjectCatalog projects, IPullRequests pullRequests) : Step<ClaimPlan, PullRequestAssignment>(runner)
{
    protected override string? SessionOf(ClaimPlan input) => input.SessionId;

    protected override async Task<PullRequestAssignment> RunStepAsync(ClaimPlan input, CancellationToken cancellationToken) =>
        await pullRequests.AssignAsync(await projects.GetAsync(input.ProjectId, cancellationToken), $"#{input.Pr.Number}", cancellationToken);
}
