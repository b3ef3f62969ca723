using System.Globalization;
using Athene.Contracts.PullRequests;
using Athene.Session.Claims;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Trackers;

namespace Athene.Session.Workflows.Steps;

/// <summary>Finds out which pull request is meant and whether the session may have it, and holds the session for the claim.</summary>
public sealed class PlanClaim(StepRunner runner, ILedger ledger, IProjectCatalog projects, IPullRequests pullRequests, IBranches branches)
    : Step<ClaimInput, ClaimPlan>(runner)
{
    protected override string? SessionOf(ClaimInput input) => input.SessionId;

    protected override async Task<ClaimPlan> RunStepAsync(ClaimInput input, CancellationToken cancellationToken)
    {
        var session = await ledger.FindSessionAsync(input.SessionId, cancellationToken) ?? throw SessionErrors.NotFound(input.SessionId);
        ClaimRules.RequireClaimant(session);
        var project = await projects.GetAsync(session.ProjectId, cancellationToken);
        var pr = await pullRequests.ResolveAsync(project, input.Reference, cancellationToken);
        ClaimRules.RequireOpen(pr);
        session = await HoldAsync(session, input.OperationId, cancellationToken);
        var branch = ClaimRules.LocalBranch(pr);
        var checkout = new BranchCheckout(
            session.WorkspacePath!,
            RemoteRefOf(session, pr),
            pr.IsFork ? string.Create(CultureInfo.InvariantCulture, $"refs/remotes/origin/pr/{pr.Number}") : $"refs/remotes/origin/{branch}",
            branch,
            pr.BaseBranch,
            await branches.HeadAsync(session.WorkspacePath!, cancellationToken),
            project.Symlinks,
            await ReleasableAsync(session, pr, branch, cancellationToken));
        return new ClaimPlan(input.OperationId, session.ProjectId, session.Id, pr, checkout);
    }

    private Task<SessionRecord> HoldAsync(SessionRecord known, string operationId, CancellationToken cancellationToken) => ledger.WriteAsync(
        known.ProjectId,
        known.Id,
        draft =>
        {
            var session = draft.Session ?? throw SessionErrors.NotFound(known.Id);
            ClaimRules.RequireClaimant(session);
            draft.Session = SessionHold.Take(session, operationId);
            return draft.Session;
        },
        cancellationToken);

    /// <summary>The worktree of another session that has the branch now and is going to lose the pull request; null when nobody's has.</summary>
    private async Task<string?> ReleasableAsync(SessionRecord session, PullRequestDetails pr, string branch, CancellationToken cancellationToken)
    {
        if (await branches.HolderOfAsync(session.WorkspacePath!, branch, cancellationToken) is not { } holder || holder == session.WorkspacePath) return null;
        var project = await ledger.FindProjectAsync(session.ProjectId, cancellationToken);
        var sessions = await ledger.ListSessionsAsync([.. project?.Live ?? [], .. project?.Ended ?? []], cancellationToken);
        if (sessions.FirstOrDefault(other => other.WorkspacePath == holder) is not { } owner) throw WorkspaceErrors.BranchBusy(branch, holder);
        return ClaimRules.IsDisplaced(owner, pr.Url, branch)
            ? holder
            : throw ClaimRules.Refused(session, $"its branch '{branch}' is checked out by session {owner.Id}, at {holder}");
    }

    // The host keeps the commits of a fork's branch in the repository itself.
    private static string RemoteRefOf(SessionRecord session, PullRequestDetails pr)
    {
        if (!pr.IsFork) return $"refs/heads/{pr.HeadBranch}";
        return pr.HeadRef ?? throw ClaimRules.Refused(session, $"the branch of #{pr.Number} is in a fork, and its host does not offer it in the repository itself");
    }
}
