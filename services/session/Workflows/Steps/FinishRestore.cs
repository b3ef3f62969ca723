using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last step of a restore: from here on the session lives and is observed, and nothing undoes it.</summary>
public sealed class FinishRestore(StepRunner runner, ILedger ledger) : Step<FinishedRestore, object?>(runner)
{
    protected override string? SessionOf(FinishedRestore input) => input.Ticket.SessionId;

    protected override async Task<object?> RunStepAsync(FinishedRestore input, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(input.Ticket.ProjectId, input.Ticket.SessionId, draft => Finish(draft, input), cancellationToken);
        return null;
    }

    private static bool Finish(LedgerDraft draft, FinishedRestore input)
    {
        if (draft.Session is not { } session || session.HeldBy != input.Input.OperationId) return false;
        draft.Session = Revival.Of(session, draft.Now);
        draft.Project = draft.Project?.WithLive(session.Id);
        if (input.OldRuntime is { } failure)
        {
            draft.Record(new Happening(
                EventKinds.RuntimeDestroyFailed, $"The old terminal of {session.Id} could not be ended: {failure.Reason}",
                session.ProjectId, session.Id, Levels.Warn, new JsonObject { ["reason"] = failure.Reason }));
        }

        draft.Record(new Happening(
            EventKinds.Restored, $"Restored {session.Id} with {session.Agent} on {session.Branch}", session.ProjectId, session.Id,
            Data: new JsonObject
            {
                ["agent"] = session.Agent, ["branch"] = session.Branch, ["resumed"] = session.Resumed, ["operationId"] = input.Input.OperationId,
            }));
        return true;
    }
}
