using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Writes the end of a session into its record, with what could not be destroyed and where its work is kept.</summary>
public sealed class FinishKill(StepRunner runner, ILedger ledger) : Step<FinishedKill, object?>(runner)
{
    protected override string? SessionOf(FinishedKill input) => input.Ticket.SessionId;

    protected override async Task<object?> RunStepAsync(FinishedKill input, CancellationToken cancellationToken) =>
        await ledger.WriteAsync<object?>(
            input.Ticket.ProjectId,
            input.Ticket.SessionId,
            draft =>
            {
                Finish(draft, input);
                return null;
            },
            cancellationToken);

    private static void Finish(LedgerDraft draft, FinishedKill input)
    {
        if (draft.Session is not { } session) return;
        if (!session.Retired)
        {
            foreach (var failure in input.Failures) draft.Record(FailureOf(session, failure));
            session = session with
            {
                Lifecycle = session.Lifecycle.IsTerminal ? session.Lifecycle : Ended(session, input.Input.Reason, draft.Now),
                Activity = Activity.Exited,
                RescueRef = input.RescueRef,
                HeldBy = null,
                Retired = true,
            };
            draft.Record(new Happening(
                EventKinds.Killed, Summary(session), session.ProjectId, session.Id,
                Data: new JsonObject { ["reason"] = Words.Of(input.Input.Reason), ["rescueRef"] = input.RescueRef }));
        }

        var project = draft.Project?.WithoutReservation(session.OperationId);
        draft.Session = input.Input.Purge ? null : session;
        draft.Project = input.Input.Purge ? project?.Without(session.Id) : project?.WithEnded(session.Id);
    }

    private static LifecycleDocument Ended(SessionRecord session, SessionReason reason, DateTimeOffset now)
    {
        var ended = session.Lifecycle.To(SessionState.Terminated, reason, now);
        var runtime = new RuntimePart(
            session.Runtime is null ? RuntimeState.Exited : RuntimeState.Missing, RuntimeReasonOf(reason), now, session.Lifecycle.Runtime.ExitCode);
        return ended with { Runtime = runtime };
    }

    private static RuntimeReason RuntimeReasonOf(SessionReason reason) => reason switch
    {
        SessionReason.PrMerged => RuntimeReason.PrMergedCleanup,
        SessionReason.AutoCleanup => RuntimeReason.AutoCleanup,
        _ => RuntimeReason.ManualKillRequested,
    };

    private static string Summary(SessionRecord session) => session.RescueRef is null
        ? $"Ended {session.Id}"
        : $"Ended {session.Id}; its unsaved work is kept as {session.RescueRef}";

    private static Happening FailureOf(SessionRecord session, FailedUndo failure) => new(
        failure.Step == nameof(StopRuntime) ? EventKinds.RuntimeDestroyFailed : EventKinds.WorkspaceDestroyFailed,
        $"{failure.Step} failed: {failure.Reason}",
        session.ProjectId,
        session.Id,
        Levels.Warn,
        new JsonObject { ["reason"] = failure.Reason });
}
