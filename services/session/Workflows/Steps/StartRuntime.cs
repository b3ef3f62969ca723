using Athene.Session.Agents;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Starts the agent in a terminal of its own.</summary>
public sealed class StartRuntime(StepRunner runner, ILedger ledger, IProjectCatalog projects, AgentLaunch launch, IRuntime runtime)
    : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var project = await projects.GetAsync(session.ProjectId, cancellationToken);
        await runtime.CreateAsync(await launch.PrepareAsync(session, project, cancellationToken), cancellationToken);
    }
}
