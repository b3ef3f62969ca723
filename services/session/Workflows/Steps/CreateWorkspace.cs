using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Session.History;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Makes the session's worktree, and writes into the record where it is and which branch it really got.</summary>
public sealed class CreateWorkspace(StepRunner runner, ILedger ledger, IProjectCatalog projects, IWorkspaces workspaces, AtheneHome home)
    : Step<SpawnTicket, CreatedWorkspace>(runner)
{
    protected override string? SessionOf(SpawnTicket input) => input.SessionId;

    protected override async Task<CreatedWorkspace> RunStepAsync(SpawnTicket input, CancellationToken cancellationToken)
    {
        var project = await projects.GetAsync(input.ProjectId, cancellationToken);
        var session = await ledger.FindSessionAsync(input.SessionId, cancellationToken)
            ?? throw new AtheneException(ErrorTypes.SessionNotFound, StatusCodes.Status404NotFound, $"Session {input.SessionId} has no record.");
        var path = home.WorkspacePath(session.WorkspaceKind, project.Id, session.Id);
        var created = await workspaces.CreateAsync(
            new WorkspaceRequest(input.OperationId, project.Path, path, session.Branch!, project.DefaultBranch) { Kind = session.WorkspaceKind },
            cancellationToken);
        await ledger.WriteAsync(input.ProjectId, input.SessionId, draft => Keep(draft, created), cancellationToken);
        return created;
    }

    private static bool Keep(LedgerDraft draft, CreatedWorkspace created)
    {
        if (draft.Session is not { } session || session.WorkspacePath is not null) return false;
        if (created.How is not (BranchOrigin.Created or BranchOrigin.CreatedBefore))
        {
            draft.Record(new Happening(
                EventKinds.BranchCollision, $"Branch {session.Branch} existed already; the session works on {created.Branch}",
                session.ProjectId, session.Id, Levels.Warn,
                new JsonObject { ["wished"] = session.Branch, ["branch"] = created.Branch, ["how"] = created.How.ToString() }));
        }

        if (Caution(created) is { } caution)
        {
            draft.Record(new Happening(
                EventKinds.WorkspaceCaution, $"The workspace of {session.Id} is ready, but {caution}", session.ProjectId, session.Id, Levels.Warn,
                new JsonObject { ["caution"] = caution }));
        }

        draft.Session = session with
        {
            WorkspacePath = created.Path,
            Branch = created.Branch,
            MadeBranch = created.BranchIsNew ? created.Branch : null,
            BaseCommit = created.BaseSha,
        };
        return true;
    }

    private static string? Caution(CreatedWorkspace created) => (created.StaleBase, created.Caution) switch
    {
        (null, var other) => other,
        (var stale, null) => stale,
        var (stale, other) => $"{stale}; {other}",
    };
}
