using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Session.History;
using Athene.Session.Machine.Observation;
using Athene.Session.Messages;
using Athene.Session.Pauses;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>
/// Compares the records of all live sessions with one look at the machine, and stores and publishes what changed.
/// What it means is for the lifecycle service to decide.
/// </summary>
public sealed partial class SessionObserver(
    MachineObserver machine, LiveSessions live, ILedger ledger, ScreenReader screens, EvidenceBoard board, UsageLimitReader limits, Outbox outbox,
    AtheneConfiguration configuration, TimeProvider time, ILogger<SessionObserver> logger)
    : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>One round. Rounds do not overlap; whoever comes while one runs gets the next.</summary>
    /// <returns>When the machine did not answer, the records say so now, and nothing else of them has changed.</returns>
    public async Task<Look> ObserveAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            // The records first: a session that begins after the look must not be missed in it.
            var sessions = await live.ReadAsync(cancellationToken);
            board.KeepOnly(sessions.Select(session => session.Id).ToHashSet());
            return await LookAsync(sessions, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<Look> LookAsync(IReadOnlyList<SessionRecord> sessions, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await machine.ObserveAsync(cancellationToken);
            await StoreAllAsync(sessions, session => Assess(session, seen), cancellationToken);
            return seen.Changes.Count == 0 ? Look.Quiet : Look.News;
        }
        catch (AtheneException failure)
        {
            LogUnseen(logger, failure);
            await StoreAllAsync(sessions, session => Assessment.Unseen(session, time.GetUtcNow(), failure.Message), cancellationToken);
            return Look.Unanswered;
        }
    }

    private Assessment? Assess(SessionRecord session, MachineObservation seen)
    {
        var known = board.Of(session.Id).With(screens.Read(session, seen));
        var counting = known.At(seen.Snapshot.TakenAt, session.RestoredAt ?? session.CreatedAt, configuration.ReadyThreshold);
        return Assessment.Of(session, seen, known, configuration.ReadyThreshold, limits.Read(session, known, counting));
    }

    private async Task StoreAllAsync(
        IReadOnlyList<SessionRecord> sessions, Func<SessionRecord, Assessment?> assess, CancellationToken cancellationToken)
    {
        foreach (var session in sessions)
        {
            if (assess(session) is { } change) await StoreAsync(session, change, cancellationToken);
        }
    }

    private async Task StoreAsync(SessionRecord before, Assessment change, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync(
            before.ProjectId,
            before.Id,
            draft =>
            {
                // Whoever changed the record since it was read knows better; the next round looks again.
                if (draft.Session is not { } session || session.HeldBy is not null || session.Lifecycle != before.Lifecycle || session.Activity != before.Activity) return false;
                draft.Session = change.ApplyTo(session, draft.Now);
                draft.Record(Tell(session, change));
                if (PauseTidings.Of(session, draft.Session) is { } tidings) draft.Record(tidings);
                return true;
            },
            cancellationToken);
        LogChanged(logger, before.Id, change.Activity, change.Runtime.State);
        if (change.Activity is not Activity.WaitingInput) outbox.Wake(before.Id);
    }

    private static Happening Tell(SessionRecord session, Assessment change) => change.IsLoss
        ? new Happening(
            EventKinds.RuntimeLost, $"The agent of {session.Id} has ended{(change.Runtime.ExitCode is { } code ? $" with exit code {code}" : "")}",
            session.ProjectId, session.Id, Levels.Warn,
            new JsonObject
            {
                ["runtimeState"] = Words.Of(change.Runtime.State), ["reason"] = Words.Of(change.Runtime.Reason), ["exitCode"] = change.Runtime.ExitCode,
            })
        : new Happening(
            EventKinds.Observed, $"{session.Id} is {Words.Of(change.Activity)}", session.ProjectId, session.Id,
            Data: new JsonObject
            {
                ["activity"] = Words.Of(change.Activity),
                ["source"] = Words.Of(change.Evidence.Source),
                ["at"] = change.Evidence.At,
                ["confidence"] = Words.Of(change.Evidence.Confidence),
                ["evidence"] = change.Evidence.Detail,
            });
}
