using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Queue;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Workflows.Steps;

/// <summary>The last of an undone spawn: its record, its claim on the issue and its number go, and the failure is told.</summary>
public sealed class AbandonSpawn(StepRunner runner, ILedger ledger) : Step<AbandonedSpawn, object?>(runner)
{
    protected override string? SessionOf(AbandonedSpawn input) => null;

    protected override async Task<object?> RunStepAsync(AbandonedSpawn input, CancellationToken cancellationToken)
    {
        var project = await ledger.FindProjectAsync(input.ProjectId, cancellationToken);
        var sessionId = project?.Reservations.GetValueOrDefault(input.OperationId);
        // The reservation goes with the telling: without it, an earlier run of this step has done both.
        if (sessionId is null && input.SessionId is not null) return null;
        return input.Queued
            ? await ledger.WriteWithQueueAsync(input.ProjectId, sessionId, draft => Abandon(draft, input, sessionId), cancellationToken)
            : await ledger.WriteAsync(input.ProjectId, sessionId, draft => Abandon(draft, input, sessionId), cancellationToken);
    }

    private static object? Abandon(LedgerDraft draft, AbandonedSpawn input, string? sessionId)
    {
        Tell(draft, input, sessionId);
        if (sessionId is not null) Release(draft, input, sessionId);
        if (input.Queued) Enlistment.Undo(draft, input.OperationId);
        return null;
    }

    private static void Release(LedgerDraft draft, AbandonedSpawn input, string sessionId)
    {
        draft.Session = null;
        if (draft.Project is not { } project || !project.Reservations.ContainsKey(input.OperationId)) return;
        var released = project.Without(sessionId).WithoutReservation(input.OperationId);
        // The newest number is given back when nothing bears it any more: what could not be undone would be in the way of the next spawn, and of every
        // one after that. An older one stays used, since numbers never run backwards.
        draft.Project = input.FailedUndos.Count == 0 && SessionNames.NumberOf(PrefixOf(sessionId), sessionId) == project.HighestNumber
            ? released with { HighestNumber = project.HighestNumber - 1 }
            : released;
    }

    private static void Tell(LedgerDraft draft, AbandonedSpawn input, string? sessionId)
    {
        foreach (var undo in input.FailedUndos)
        {
            draft.Record(new Happening(
                EventKinds.RollbackStepFailed, $"{undo.Step} failed: {undo.Reason}", input.ProjectId, sessionId, Levels.Error,
                new JsonObject { ["step"] = undo.Step, ["reason"] = undo.Reason, ["operationId"] = input.OperationId }));
        }

        var role = Words.Of(input.Kind);
        draft.Record(new Happening(
            EventKinds.SpawnStepFailed, $"{input.FailedStep} failed: {input.Problem.Title}", input.ProjectId, sessionId, Levels.Error,
            new JsonObject
            {
                ["role"] = role, ["stage"] = SpawnStages.Of(input.FailedStep), ["reason"] = input.Problem.Title, ["operationId"] = input.OperationId,
            }));
        draft.Record(new Happening(
            EventKinds.SpawnFailed, $"Spawn failed: {input.Problem.Title}", input.ProjectId, sessionId, Levels.Error,
            new JsonObject
            {
                ["role"] = role, ["reason"] = input.Problem.Title, ["type"] = input.Problem.Type, ["operationId"] = input.OperationId,
            }));
    }

    private static string PrefixOf(string sessionId) => sessionId[..sessionId.LastIndexOf('-')];
}
