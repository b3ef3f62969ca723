using Athene.Contracts.Operations;
using Athene.Session.History;
using Athene.Session.Operations;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>What a person does with spawns that wait.</summary>
public sealed class QueueDesk(ILedger ledger, SpawnAdmission admission, OperationReader operations)
{
    /// <summary>Gives a spawn up; its issue is free at once.</summary>
    public Task<OperationDocument> CancelAsync(string operationId, string? projectId, CancellationToken cancellationToken) =>
        ChangeAsync(operationId, projectId, Cancel, cancellationToken);

    /// <summary>Lets a spawn begin as soon as there is room, whatever becomes of what it was to come after.</summary>
    public Task<OperationDocument> ReleaseAsync(string operationId, CancellationToken cancellationToken) =>
        ChangeAsync(operationId, null, Release, cancellationToken);

    private async Task<OperationDocument> ChangeAsync(
        string operationId, string? projectId, Action<LedgerDraft, QueuedEntry> change, CancellationToken cancellationToken)
    {
        var known = (await ledger.ReadQueueAsync(cancellationToken)).Find(operationId);
        // Of what is in other projects an agent learns nothing, not even that it is there.
        if (known is not null && projectId is not null && known.ProjectId != projectId) throw OperationReader.NotFound(operationId);
        if (known is null)
        {
            await operations.GetAsync(operationId, cancellationToken);
            throw QueueErrors.NotQueued(operationId);
        }

        await ledger.WriteWithQueueAsync(
            known.ProjectId,
            null,
            draft =>
            {
                change(draft, draft.Queue.Find(operationId) ?? throw QueueErrors.NotQueued(operationId));
                return true;
            },
            cancellationToken);
        admission.Wake();
        return await operations.GetAsync(operationId, cancellationToken);
    }

    private static void Cancel(LedgerDraft draft, QueuedEntry entry)
    {
        if (entry.State is QueueState.Cancelled) return;
        if (entry.State is QueueState.Admitted) throw QueueErrors.NotQueued(entry.OperationId);
        draft.Queue = draft.Queue.Replace(entry with { State = QueueState.Cancelled });
        draft.Project = draft.Project?.WithoutQueued(entry.OperationId);
        draft.Record(QueueTidings.Of(EventKinds.SpawnCancelled, entry, $"{QueueTidings.NameOf(entry)} was cancelled"));
    }

    private static void Release(LedgerDraft draft, QueuedEntry entry)
    {
        if (!entry.Waits) throw QueueErrors.NotQueued(entry.OperationId);
        if (entry.Released) return;
        draft.Queue = draft.Queue.Replace(entry with { Released = true });
        draft.Record(QueueTidings.Of(EventKinds.SpawnReleased, entry, $"{QueueTidings.NameOf(entry)} was released"));
    }
}
