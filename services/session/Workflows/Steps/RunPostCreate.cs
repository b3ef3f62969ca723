using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Runs the project's own rules for new worktrees.</summary>
public sealed class RunPostCreate(StepRunner runner, ILedger ledger, IProjectCatalog projects, IWorkspaces workspaces) : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var project = await projects.GetAsync(session.ProjectId, cancellationToken);
        await workspaces.PostCreateAsync(project.Path, session.WorkspacePath!, new PostCreateRules(project.Symlinks, project.PostCreate), cancellationToken);
    }
}
