using System.Text.Json.Nodes;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last step of a spawn: from here on the session is observed, and nothing undoes it.</summary>
public sealed class ActivateSession(StepRunner runner, ILedger ledger) : TicketStep(runner, ledger)
{
    protected override Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken) =>
        Ledger.WriteAsync(session.ProjectId, session.Id, Activate, cancellationToken);

    private static bool Activate(LedgerDraft draft)
    {
        if (draft.Session is not { Runtime: null } session) return false;
        draft.Session = session with { Runtime = new RuntimeDocument(session.RuntimeName, session.Id) };
        draft.Project = draft.Project?.WithoutReservation(session.OperationId);
        draft.Record(new Happening(
            EventKinds.Spawned, $"Spawned {session.Id} with {session.Agent} on {session.Branch}", session.ProjectId, session.Id,
            Data: new JsonObject { ["agent"] = session.Agent, ["branch"] = session.Branch, ["operationId"] = session.OperationId }));
        return true;
    }
}
