using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Makes the session's worktree again on its branch, with the uncommitted work that was kept when it was removed.</summary>
public sealed class RestoreWorkspace(StepRunner runner, ILedger ledger, IProjectCatalog projects, IWorkspaces workspaces)
    : Step<RestorePlan, object?>(runner)
{
    protected override string? SessionOf(RestorePlan input) => input.Ticket.SessionId;

    protected override async Task<object?> RunStepAsync(RestorePlan input, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(input.Ticket.SessionId, cancellationToken) is not { WorkspacePath: { } path } session) return null;
        if (session.Branch is not { } branch) throw WorkspaceErrors.Missing(path, "the session has no branch on record to make it again from");

        var project = await projects.GetAsync(session.ProjectId, cancellationToken);
        var restored = await workspaces.RestoreAsync(
            new WorkspaceRestoration(
                session.OperationId, session.ProjectPath, path, branch, project.DefaultBranch, session.BaseCommit, session.RescueRef, input.Workspace)
            {
                Kind = session.WorkspaceKind,
            },
            cancellationToken);
        await ledger.WriteAsync(session.ProjectId, session.Id, draft => Keep(draft, restored), cancellationToken);
        return null;
    }

    private static bool Keep(LedgerDraft draft, RestoredWorkspace restored)
    {
        if (draft.Session is not { } session) return false;
        draft.Session = session with { BaseCommit = restored.BaseSha, RescueRef = restored.HoldsRescuedWork ? null : session.RescueRef };
        return true;
    }
}
