using System.Text.Json.Nodes;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Operations;
using Athene.Session.Orchestrators;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Looks at a project's orchestrator and decides how a demand for one is met. Destroys nothing, so that an agent that is not there is found out first.</summary>
public sealed class PlanOrchestrator(
    StepRunner runner,
    ILedger ledger,
    IProjectCatalog projects,
    SessionObserver observer,
    SpawnRules rules,
    SessionSalvage salvage,
    OperationReader operations,
    SessionTurns turns) : Step<OrchestratorInput, OrchestratorPlan>(runner)
{
    protected override string? SessionOf(OrchestratorInput input) => null;

    protected override async Task<OrchestratorPlan> RunStepAsync(OrchestratorInput input, CancellationToken cancellationToken)
    {
        var project = await projects.GetAsync(input.ProjectId, cancellationToken);
        var id = SessionNames.Orchestrator(project.SessionPrefix);
        await observer.ObserveAsync(cancellationToken);
        if (await IsBusyAsync(id, cancellationToken)) return new OrchestratorPlan(OrchestratorAction.Wait, id);
        var obstacle = ObstacleTo(project, input);
        return await ledger.WriteAsync(input.ProjectId, id, draft => Decide(draft, input, project, id, obstacle), cancellationToken);
    }

    // Also a spawn that outlived the operation that began it: nothing may be decided before it has ended.
    private async Task<bool> IsBusyAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } session) return false;
        var holder = session.HeldBy ?? (session is { Runtime: null, Retired: false } ? session.OperationId : null);
        if (holder is null) return false;
        if (await operations.FindAsync(holder, cancellationToken) is { State: OperationState.Running }) return true;
        // It ended without letting go.
        await turns.UntilFreeAsync(session, OperationKinds.Orchestrator, cancellationToken);
        return false;
    }

    // One whose record cannot be read may run all the same.
    private async Task<SessionRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ledger.FindSessionAsync(id, cancellationToken) ?? await salvage.TryAsync(id, cancellationToken);

    private AtheneException? ObstacleTo(ProjectConfiguration project, OrchestratorInput input)
    {
        try
        {
            rules.Check(project, new SpawnRequest(Agent: input.Agent), SessionKind.Orchestrator);
            return null;
        }
        catch (AtheneException obstacle)
        {
            return obstacle;
        }
    }

    private static OrchestratorPlan Decide(
        LedgerDraft draft, OrchestratorInput input, ProjectConfiguration configuration, string id, AtheneException? obstacle)
    {
        if (draft.Project is not { OrchestratorLease: { } lease } project || lease.OperationId != input.OperationId)
            throw OrchestratorErrors.Superseded(input.ProjectId, input.OperationId);
        if (draft.Session?.HeldBy is null && lease.Plan is { } earlier) return earlier;

        var action = OrchestratorPolicy.Decide(draft.Session, input.Demand, configuration.OrchestratorSessionStrategy);
        var plan = new OrchestratorPlan(action, id, (draft.Session?.Restores ?? 0) + 1);
        if (action is not (OrchestratorAction.Spawn or OrchestratorAction.Replace)) return plan;
        if (obstacle is not null) throw new AtheneException(obstacle.Problem);
        draft.Record(new Happening(
            EventKinds.SpawnStarted, $"Spawning the orchestrator of {input.ProjectId}", input.ProjectId, id,
            Data: new JsonObject { ["agent"] = input.Agent, ["role"] = Words.Of(SessionKind.Orchestrator), ["operationId"] = input.OperationId }));
        draft.Project = project with { OrchestratorLease = lease with { Plan = plan } };
        return plan;
    }
}
