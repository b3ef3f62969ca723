using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Tells that a kill stopped before it would have lost work.</summary>
public sealed class RecordKillFailure(StepRunner runner, ILedger ledger) : Step<FailedKill, object?>(runner)
{
    protected override string? SessionOf(FailedKill input) => input.SessionId;

    protected override async Task<object?> RunStepAsync(FailedKill input, CancellationToken cancellationToken)
    {
        var session = await ledger.FindSessionAsync(input.SessionId, cancellationToken);
        return await ledger.WriteAsync<object?>(
            session?.ProjectId,
            input.SessionId,
            draft =>
            {
                var operationId = OperationKinds.KillOf(input.SessionId);
                // An earlier run of this step has told it, and let the session go.
                if (input.Began && draft.Session?.HeldBy != operationId) return null;
                if (draft.Session is { } live) draft.Session = SessionHold.Release(live, operationId);
                draft.Record(new Happening(
                    EventKinds.KillFailed, input.Problem.Title, session?.ProjectId, input.SessionId, Levels.Error,
                    new JsonObject { ["reason"] = input.Problem.Title, ["type"] = input.Problem.Type }));
                return null;
            },
            cancellationToken);
    }
}
