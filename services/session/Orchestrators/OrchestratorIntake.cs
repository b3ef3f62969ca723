using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Session.Operations;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Orchestrators;

/// <summary>
/// Takes demands for a project's orchestrator. Those that one operation can answer share it, in this process and in others; one that needs an
/// operation of its own waits for its turn (spec sessions.md §13, W-S8).
/// </summary>
public sealed class OrchestratorIntake(
    IProjectCatalog projects, ILedger ledger, DaprWorkflowClient workflows, OperationReader operations, ServiceInstance instance)
{
    /// <summary>How long a demand waits for the operation before it.</summary>
    private static readonly TimeSpan TurnPatience = TimeSpan.FromSeconds(60);

    private readonly KeyedGate gate = new();

    /// <summary>Starts the operation that answers the demand, or finds the one that is under way.</summary>
    public async Task<OrchestratorLease> StartAsync(
        string projectId, OrchestratorDemand demand, string? agent, CancellationToken cancellationToken)
    {
        await projects.GetAsync(projectId, cancellationToken);
        while (true)
        {
            var lease = await TakeAsync(projectId, demand, agent, cancellationToken);
            if (lease.Answers(demand, agent)) return lease;
            var before = await operations.WaitAsync(lease.OperationId, TurnPatience, cancellationToken);
            if (before.State is OperationState.Running) throw OrchestratorErrors.Busy(projectId, lease.OperationId);
        }
    }

    /// <summary>Like <see cref="StartAsync"/>, and waits for the end of the operation or until the time is up.</summary>
    public async Task<OperationDocument> BringAsync(
        string projectId, OrchestratorDemand demand, string? agent, TimeSpan patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await StartAsync(projectId, demand, agent, cancellationToken);
            var operation = await operations.WaitAsync(lease.OperationId, patience, cancellationToken);
            // Somebody else's failure is not the answer to another demand.
            if (operation.State is not OperationState.Failed || (lease.Demand == demand && !IsSuperseded(operation))) return operation;
        }
    }

    /// <summary>How the operation of a lease stands.</summary>
    public Task<OperationDocument> OperationAsync(OrchestratorLease lease, CancellationToken cancellationToken) =>
        operations.GetAsync(lease.OperationId, cancellationToken);

    private static bool IsSuperseded(OperationDocument operation) => operation.Error?.Type == ErrorTypes.OrchestratorBusy;

    private async Task<OrchestratorLease> TakeAsync(
        string projectId, OrchestratorDemand demand, string? agent, CancellationToken cancellationToken)
    {
        // In this process nobody sees a lease whose operation is about to begin.
        using var turn = await gate.EnterAsync(projectId, cancellationToken);
        var ended = await FindEndedAsync(projectId, cancellationToken);
        var wanted = new OrchestratorLease($"{OperationKinds.Orchestrator}-{Guid.NewGuid():N}", demand, agent, instance.Name);
        var lease = await ledger.WriteAsync(
            projectId, null, draft => OrchestratorLeases.Take(draft, projectId, wanted, ended), cancellationToken);
        if (lease.OperationId == wanted.OperationId)
        {
            await workflows.ScheduleNewWorkflowAsync(
                nameof(BringOrchestrator), lease.OperationId, new OrchestratorInput(lease.OperationId, projectId, demand, agent));
        }

        return lease;
    }

    private async Task<string?> FindEndedAsync(string projectId, CancellationToken cancellationToken)
    {
        var held = (await ledger.FindProjectAsync(projectId, cancellationToken))?.OrchestratorLease?.OperationId;
        if (held is null) return null;
        var state = await workflows.GetWorkflowStateAsync(held, false, cancellationToken);
        return state is { Exists: true, IsWorkflowCompleted: false } ? null : held;
    }
}
