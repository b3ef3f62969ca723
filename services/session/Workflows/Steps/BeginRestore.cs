using Athene.Configuration;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Refuses what cannot be restored, and otherwise takes hold of the session and of its issue, all at once: what is decided here stays so until
/// the restore has ended.
/// </summary>
public sealed class BeginRestore(
    StepRunner runner, ILedger ledger, SessionObserver observer, IProjectCatalog projects, IWorkspaces workspaces, AtheneHome home)
    : Step<RestoreInput, RestorePlan>(runner)
{
    protected override string? SessionOf(RestoreInput input) => input.SessionId;

    protected override async Task<RestorePlan> RunStepAsync(RestoreInput input, CancellationToken cancellationToken)
    {
        // An agent that has just died must be seen as such (spec sessions.md §19 step 3).
        await observer.ObserveAsync(cancellationToken);
        var known = await ledger.GetSessionAsync(input.SessionId, cancellationToken);
        var project = await projects.GetAsync(known.ProjectId, cancellationToken);
        var path = known.WorkspacePath ?? home.WorkspacePath(known.WorkspaceKind, project.Id, known.Id);
        var session = await ledger.WriteAsync(known.ProjectId, known.Id, draft => Begin(draft, input, path), cancellationToken);
        return new RestorePlan(
            new SpawnTicket(session.OperationId, session.ProjectId, session.Id),
            await workspaces.LookAsync(path, cancellationToken),
            HasPostCreate: project.Symlinks.Count > 0 || project.PostCreate.Count > 0);
    }

    private static SessionRecord Begin(LedgerDraft draft, RestoreInput input, string path)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(input.SessionId);
        if (session.HeldBy == input.OperationId) return session;
        var held = SessionHold.Take(session, input.OperationId);
        if (Restorability.RefusalOf(session) is { } refusal) throw SessionErrors.NotRestorable(session.Id, refusal);
        if (session.Issue is { } issue && draft.Project is { } project)
        {
            if (project.ClaimantOf(issue) is { } holder && holder != session.Id) throw SessionErrors.IssueTaken(issue, holder);
            draft.Project = project.WithClaim(issue, session.Id);
        }

        return draft.Session = held with { Restores = input.Number, WorkspacePath = path };
    }
}
