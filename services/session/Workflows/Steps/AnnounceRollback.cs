using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Says that a spawn is being undone, before anything is.</summary>
public sealed class AnnounceRollback(StepRunner runner, ILedger ledger) : Step<Rollback, object?>(runner)
{
    protected override string? SessionOf(Rollback input) => input.SessionId;

    protected override async Task<object?> RunStepAsync(Rollback input, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(input.ProjectId, input.SessionId, draft => Announce(draft, input), cancellationToken);
        return null;
    }

    private static bool Announce(LedgerDraft draft, Rollback input)
    {
        if (draft.Session is { Runtime: null } session && session.OperationId == input.OperationId)
        {
            // The spawn holds the session from here on: by that an earlier run of this step is known.
            if (session.HeldBy == input.OperationId) return false;
            draft.Session = SessionHold.Take(session, input.OperationId);
        }

        draft.Record(new Happening(
            EventKinds.RollbackStarted, $"Undoing the spawn of {input.SessionId}: {input.Problem.Title}", input.ProjectId, input.SessionId,
            Levels.Warn, new JsonObject { ["reason"] = input.Problem.Title, ["operationId"] = input.OperationId }));
        return true;
    }
}
