using System.Collections.Concurrent;
using Athene.Contracts.Messages;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Observing;
using Athene.Session.Records;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Messages;

/// <summary>
/// Types waiting messages into the agents' terminals. A message is marked before it is pasted, so a crash in between leaves it unconfirmed
/// rather than sent twice (spec sessions.md §17, W-S15). What must be so before a paste, <see cref="DeliveryPreparation"/> sees to.
/// </summary>
public sealed partial class MessageDelivery(
    Outbox outbox, MessageStore store, MessageMarks marks, AwaitedProofs awaited, EvidenceBoard board, DeliveryPreparation preparation,
    ILedger ledger, IRuntime runtime, TimeProvider time,
    ILogger<MessageDelivery> logger) : BackgroundService
{
    /// <summary>How soon a session is looked at again that could not take its message; a change of its agent wakes it earlier.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>The same after an error, most likely of the state store.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly KeyedGate gate = new();
    private readonly ConcurrentDictionary<string, bool> toLookAtAgain = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RecoverAsync(stoppingToken);
            await foreach (var sessionId in outbox.Ready.ReadAllAsync(stoppingToken)) _ = DeliverAllAsync(sessionId, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Queued messages stay queued.
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var project in await ledger.ListProjectsAsync(cancellationToken))
        {
            // Ended ones too: a message may have been taken for a session that was to be restored for it.
            foreach (var (sessionId, log) in await store.ReadAllAsync([.. project.Live, .. project.Ended], cancellationToken))
            {
                foreach (var cutShort in log.Messages.Where(message => message.State is MessageState.Pasted))
                {
                    await marks.MarkAsync(sessionId, cutShort.Id, MessageState.Unconfirmed, "Athene stopped while it was being typed.", cancellationToken);
                }

                if (log.Messages.Any(message => message.State is MessageState.Pasted or MessageState.Submitted)) awaited.Begin(sessionId);
                if (log.NextQueued is not null) outbox.Wake(sessionId);
            }
        }
    }

    private async Task DeliverAllAsync(string sessionId, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await gate.EnterAsync(sessionId, cancellationToken);
            while ((await store.ReadAsync(sessionId, cancellationToken)).NextQueued is { } message)
            {
                if (await TryDeliverAsync(sessionId, message, cancellationToken)) continue;
                _ = LookAgainAsync(sessionId, LookAgain, cancellationToken);
                return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was queued stays queued, what was being typed becomes unconfirmed at the next start.
        }
        catch (Exception failure)
        {
            // One session's trouble must not end the delivery for all the others.
            LogDeliveryFailed(logger, failure, sessionId);
            _ = LookAgainAsync(sessionId, AfterFailure, cancellationToken);
        }
    }

    private async Task LookAgainAsync(string sessionId, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (!toLookAtAgain.TryAdd(sessionId, true)) return;
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        toLookAtAgain.TryRemove(sessionId, out _);
        outbox.Wake(sessionId);
    }

    /// <returns>False when the message must wait.</returns>
    private async Task<bool> TryDeliverAsync(string sessionId, MessageRecord message, CancellationToken cancellationToken)
    {
        var step = await preparation.PrepareAsync(sessionId, message, cancellationToken);
        if (step.Action is DeliveryAction.Wait) return false;
        if (step.Action is DeliveryAction.Refuse)
        {
            await marks.MarkAsync(sessionId, message.Id, MessageState.Failed, step.Reason, cancellationToken);
            return true;
        }

        await marks.MarkAsync(sessionId, message.Id, MessageState.Pasted, null, cancellationToken);
        try
        {
            await runtime.SendAsync(sessionId, message.Text, cancellationToken);
            await marks.MarkAsync(
                sessionId, message.Id, MessageState.Submitted, null, cancellationToken, provable: board.ShowsPrompts(sessionId));
        }
        catch (AtheneException failure)
        {
            LogSendFailed(logger, failure, message.Id, sessionId);
            await marks.MarkAsync(sessionId, message.Id, MessageState.Failed, $"{failure.Message} {failure.Hint}", cancellationToken);
        }

        return true;
    }
}
