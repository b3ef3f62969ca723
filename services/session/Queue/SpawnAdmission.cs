using Athene.Configuration;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Memory;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Workflows;

namespace Athene.Session.Queue;

/// <summary>
/// Lets spawns begin as far as the limits allow, and the others wait in the queue. As long as no cap is configured, memory suffices and nobody waits, that
/// costs no look at any record.
/// </summary>
public sealed class SpawnAdmission(
    ILedger ledger, FleetReader fleet, DependencyResolver dependencies, IFreeMemory memory, RecentStarts starts, AtheneConfiguration configuration,
    DaprWorkflowClient workflows, OperationWatch watch) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile TaskCompletionSource news = NewSignal();

    /// <summary>False when it is certain that the queue is empty.</summary>
    public bool MayHoldAny { get; private set; } = true;

    /// <summary>Completes when there is something to see to in the queue. Ask before looking, so that nothing is missed.</summary>
    public Task NextAsync() => news.Task;

    public void Wake() => Interlocked.Exchange(ref news, NewSignal()).TrySetResult();

    /// <summary>Starts the workflow of a spawn: at once, or as one that waits for its turn.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">It comes after something unknown, or its issue is taken or waits already.</exception>
    public async Task BeginAsync(SpawnInput input, CancellationToken cancellationToken)
    {
        if (IsOpenTo(input))
        {
            starts.Add(input.OperationId);
            await ScheduleAsync(input);
            return;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            MayHoldAny = true;
            await EnqueueAsync(input, cancellationToken);
            await ScheduleAsync(input with { Queued = true });
        }
        finally
        {
            turn.Release();
        }

        Wake();
    }

    /// <summary>Admits those for which there is room now; the queue after that.</summary>
    public async Task<SpawnQueue> AdmitAsync(CancellationToken cancellationToken)
    {
        if (!MayHoldAny) return SpawnQueue.Empty;
        await turn.WaitAsync(cancellationToken);
        try
        {
            var queue = await ledger.ReadQueueAsync(cancellationToken);
            MayHoldAny = queue.Entries.Count > 0;
            if (!queue.Entries.Any(entry => entry.Waits)) return queue;
            var view = await fleet.ReadAsync(queue, cancellationToken);
            if (ReferenceEquals(QueueRules.Decide(queue, view, configuration), queue)) return queue;
            return await ledger.WriteWithQueueAsync(null, null, draft => Decide(draft, view), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private bool IsOpenTo(SpawnInput input) =>
        !MayHoldAny
        && input.Request.After is not { Count: > 0 }
        && configuration.Limits.MaxSessions is null
        && configuration.Projects.GetValueOrDefault(input.ProjectId)?.Limits.MaxSessions is null
        && configuration.BudgetsOf(input.ProjectId) is { Project: null, Day: null }
        && MemoryRules.ObstacleOf(configuration.Limits, memory.AvailableMb, starts.Now().Count) is null;

    private Task<string> ScheduleAsync(SpawnInput input) => workflows.ScheduleNewWorkflowAsync(nameof(SpawnSession), input.OperationId, input);

    private async Task EnqueueAsync(SpawnInput input, CancellationToken cancellationToken)
    {
        var queue = await ledger.ReadQueueAsync(cancellationToken);
        var after = await dependencies.ResolveAsync(input.ProjectId, input.Request.After ?? [], queue, cancellationToken);
        var issue = string.IsNullOrWhiteSpace(input.Request.Issue) ? null : input.Request.Issue.Trim();
        var entry = new QueuedEntry(
            input.OperationId, input.ProjectId, issue, input.Request.Priority ?? SpawnPriority.Normal, after, Number: 0, Since: default);
        var view = await fleet.ReadAsync(queue.With(entry), cancellationToken);
        await ledger.WriteWithQueueAsync(
            input.ProjectId,
            null,
            draft =>
            {
                Enlistment.Apply(draft, entry);
                return Decide(draft, view);
            },
            cancellationToken);
    }

    private SpawnQueue Decide(LedgerDraft draft, FleetView view)
    {
        var before = draft.Queue;
        draft.Queue = QueueRules.Decide(before, view, configuration);
        QueueTidings.Tell(draft, before);
        foreach (var entry in draft.Queue.Entries)
        {
            if (entry.State is QueueState.Admitted) starts.Add(entry.OperationId);
            watch.Signal(entry.OperationId);
        }

        return draft.Queue;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
