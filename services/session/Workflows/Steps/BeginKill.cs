using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>Says that a session is being ended, before anything is destroyed (acceptance case 43).</summary>
public sealed class BeginKill(StepRunner runner, ILedger ledger) : Step<KillInput, KillPlan>(runner)
{
    protected override string? SessionOf(KillInput input) => input.SessionId;

    protected override async Task<KillPlan> RunStepAsync(KillInput input, CancellationToken cancellationToken)
    {
        var session = await ledger.FindSessionAsync(input.SessionId, cancellationToken) ?? throw NotFound(input.SessionId);
        return await ledger.WriteAsync(session.ProjectId, session.Id, draft => Begin(draft, input), cancellationToken);
    }

    private static KillPlan Begin(LedgerDraft draft, KillInput input)
    {
        var session = draft.Session ?? throw NotFound(input.SessionId);
        var ticket = new SpawnTicket(session.OperationId, session.ProjectId, session.Id);
        if (session.Retired && !input.Purge) return new KillPlan(AlreadyTerminated: true, ticket);
        var operationId = OperationKinds.KillOf(session.Id);
        if (session.HeldBy == operationId) return new KillPlan(AlreadyTerminated: false, ticket);
        draft.Session = SessionHold.Take(session, operationId);
        draft.Record(new Happening(
            EventKinds.KillStarted, $"Ending {session.Id}", session.ProjectId, session.Id,
            Data: new JsonObject { ["reason"] = Words.Of(input.Reason) }));
        return new KillPlan(AlreadyTerminated: false, ticket);
    }

    private static AtheneException NotFound(string sessionId) => new(
        ErrorTypes.SessionNotFound, StatusCodes.Status404NotFound, $"There is no session {sessionId}.", "'athene ls --all' shows all of them.");
}
