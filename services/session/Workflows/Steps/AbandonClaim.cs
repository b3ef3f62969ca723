using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last of a claim that came to nothing: the session is let go, and the failure is told.</summary>
public sealed class AbandonClaim(StepRunner runner, ILedger ledger) : Step<AbandonedClaim, object?>(runner)
{
    protected override string? SessionOf(AbandonedClaim input) => input.Input.SessionId;

    protected override async Task<object?> RunStepAsync(AbandonedClaim input, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(input.Input.SessionId, cancellationToken) is not { } session) return null;
        return await ledger.WriteAsync<object?>(
            session.ProjectId,
            session.Id,
            draft =>
            {
                // An earlier run of this step has told it, and let the session go.
                if (input.Began && draft.Session?.HeldBy != input.Input.OperationId) return null;
                if (draft.Session is { } held) draft.Session = SessionHold.Release(held, input.Input.OperationId);
                draft.Record(new Happening(
                    EventKinds.ClaimFailed, $"{session.Id} did not get pull request {input.Input.Reference}: {input.Problem.Title}",
                    session.ProjectId, session.Id, Levels.Warn, Describe(input)));
                return null;
            },
            cancellationToken);
    }

    private static JsonObject Describe(AbandonedClaim input) => new()
    {
        ["reference"] = input.Input.Reference,
        ["type"] = input.Problem.Type,
        ["reason"] = input.Problem.Title,
        ["notUndone"] = new JsonArray([.. input.FailedUndos.Select(undo => (JsonNode)$"{undo.Step}: {undo.Reason}")]),
    };
}
