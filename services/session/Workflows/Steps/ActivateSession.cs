using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
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
        draft.Session = session with { Runtime = new RuntimeDocument(session.RuntimeName, session.Id), Lifecycle = BegunOf(session, draft.Now) };
        draft.Project = draft.Project?.WithoutReservation(session.OperationId);
        draft.Record(new Happening(
            EventKinds.Spawned, $"Spawned {session.Id} with {session.Agent} on {session.Branch}", session.ProjectId, session.Id,
            Data: new JsonObject { ["agent"] = session.Agent, ["branch"] = session.Branch, ["role"] = Words.Of(session.Kind), ["operationId"] = session.OperationId }));
        return true;
    }

    // An orchestrator has no task to take up first: it is at work from the start (spec sessions.md §13).
    private static LifecycleDocument BegunOf(SessionRecord session, DateTimeOffset now) => session.Kind is SessionKind.Orchestrator
        ? session.Lifecycle.To(SessionState.Working, SessionReason.TaskInProgress, now)
        : session.Lifecycle;
}
