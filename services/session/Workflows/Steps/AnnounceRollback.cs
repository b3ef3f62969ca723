using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Says that a spawn is being undone, before anything is.</summary>
public sealed class AnnounceRollback(StepRunner runner, ILedger ledger) : Step<Rollback, object?>(runner)
{
    protected override string? SessionOf(Rollback input) => input.SessionId;

    protected override async Task<object?> RunStepAsync(Rollback input, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(
            new Happening(
                EventKinds.RollbackStarted, $"Undoing the spawn of {input.SessionId}: {input.Problem.Title}", input.ProjectId, input.SessionId,
                Levels.Warn, new JsonObject { ["reason"] = input.Problem.Title, ["operationId"] = input.OperationId }),
            cancellationToken);
        return null;
    }
}
