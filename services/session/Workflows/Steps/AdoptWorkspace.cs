using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Makes a worktree that exists the session's own. It is not undone: what was there before the spawn stays (acceptance case 31).</summary>
public sealed class AdoptWorkspace(StepRunner runner, ILedger ledger, IProjectCatalog projects, WorktreeAdoption adoption)
    : Step<Adoption, CreatedWorkspace>(runner)
{
    protected override string? SessionOf(Adoption input) => input.Ticket.SessionId;

    protected override async Task<CreatedWorkspace> RunStepAsync(Adoption input, CancellationToken cancellationToken)
    {
        var ticket = input.Ticket;
        var project = await projects.GetAsync(ticket.ProjectId, cancellationToken);
        var session = await ledger.FindSessionAsync(ticket.SessionId, cancellationToken) ?? throw SessionErrors.NotFound(ticket.SessionId);
        var adopted = await adoption.AdoptAsync(
            new WorkspaceRequest(ticket.OperationId, project.Path, input.Path, session.Branch!, project.DefaultBranch), cancellationToken);
        await ledger.WriteAsync(ticket.ProjectId, ticket.SessionId, draft => Keep(draft, adopted), cancellationToken);
        return adopted;
    }

    private static bool Keep(LedgerDraft draft, CreatedWorkspace adopted)
    {
        if (draft.Session is not { } session || session.WorkspacePath is not null) return false;
        draft.Session = session with { WorkspacePath = adopted.Path, BaseCommit = adopted.BaseSha };
        return true;
    }
}
