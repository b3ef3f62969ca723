using Athene.Session.Orchestrators;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last of every demand for an orchestrator, met or not: the next one may begin.</summary>
public sealed class ReleaseOrchestrator(StepRunner runner, ILedger ledger) : Step<OrchestratorInput, object?>(runner)
{
    protected override string? SessionOf(OrchestratorInput input) => null;

    protected override Task<object?> RunStepAsync(OrchestratorInput input, CancellationToken cancellationToken) => ledger.WriteAsync<object?>(
        input.ProjectId,
        null,
        draft =>
        {
            OrchestratorLeases.Release(draft, input.OperationId);
            return null;
        },
        cancellationToken);
}
