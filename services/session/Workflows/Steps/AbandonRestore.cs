using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Session.History;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Observing;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last of a failed restore: the record says what stands, the session and its issue are let go, and the failure is told once.</summary>
public sealed class AbandonRestore(StepRunner runner, ILedger ledger, IRuntime runtime) : Step<FailedRestore, object?>(runner)
{
    protected override string? SessionOf(FailedRestore input) => input.Input.SessionId;

    protected override async Task<object?> RunStepAsync(FailedRestore input, CancellationToken cancellationToken)
    {
        var session = await ledger.FindSessionAsync(input.Input.SessionId, cancellationToken);
        var pane = session?.HeldBy == input.Input.OperationId ? await runtime.FindAsync(session.Id, cancellationToken) : null;
        await ledger.WriteAsync(session?.ProjectId, input.Input.SessionId, draft => Abandon(draft, input, pane), cancellationToken);
        return null;
    }

    private static bool Abandon(LedgerDraft draft, FailedRestore input, RuntimePane? pane)
    {
        var session = draft.Session;
        if (session?.HeldBy == input.Input.OperationId)
        {
            draft.Session = SessionHold.Release(
                StandsAs(Relaunch.Failed(session, input.Input.OperationId, pane?.OperationId), pane, draft.Now), input.Input.OperationId);
            // An ended session gives its issue back: that it had it was only for this restore.
            if (session.Lifecycle.IsTerminal) draft.Project = draft.Project?.WithoutClaims(session.Id);
        }
        else if (input.Stage != RestoreStages.Validation)
        {
            // An earlier run of this step has told it, and let the session go.
            return false;
        }

        draft.Record(new Happening(
            EventKinds.RestoreFailed, $"{input.Input.SessionId} was not restored: {input.Problem.Title}", session?.ProjectId, input.Input.SessionId, Levels.Error,
            new JsonObject
            {
                ["stage"] = input.Stage,
                ["reason"] = input.Problem.Title,
                ["type"] = input.Problem.Type,
                ["path"] = session?.WorkspacePath,
                ["notUndone"] = new JsonArray([.. input.FailedUndos.Select(undo => (JsonNode)$"{undo.Step}: {undo.Reason}")]),
                ["operationId"] = input.Input.OperationId,
            }));
        return true;
    }

    private static SessionRecord StandsAs(SessionRecord session, RuntimePane? pane, DateTimeOffset now) => pane is not null
        ? session with { LaunchId = pane.OperationId }
        : session with
        {
            Activity = Activity.Exited,
            Lifecycle = session.Lifecycle with
            {
                Runtime = new RuntimePart(RuntimeState.Missing, Assessment.MissingReason(session), now, session.Lifecycle.Runtime.ExitCode),
            },
        };
}
