using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Session.Observing;
using Athene.Session.Records;

namespace Athene.Session.Messages;

/// <summary>
/// Finds the messages that were typed to agents again among the prompts that the agents say they have taken: that, and nothing on a screen, is
/// the proof that a message was delivered (users-ask.md P4). What is not proven is never sent again.
/// </summary>
public sealed partial class DeliveryProof(
    EvidenceBoard board, LiveSessions live, MessageStore store, MessageMarks marks, AwaitedProofs awaited, TaskProof task,
    AtheneConfiguration configuration, TimeProvider time, ILogger<DeliveryProof> logger) : BackgroundService
{
    /// <summary>How long an agent that has nothing to do may take to show a message that was typed to it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How far the clocks of the message and of the proof may be apart: some records know only seconds.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private readonly SeenMessages seen = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (sessionId, prompt) in board.Prompts.ReadAllAsync(stoppingToken)) await TryTakeAsync(sessionId, prompt, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not seen now is in the agents' records at the next start.
        }
    }

    /// <summary>Says of messages that an idle agent has not shown for a while that nobody knows what became of them.</summary>
    public async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        var sessions = await live.ReadAsync(cancellationToken);
        foreach (var ended in awaited.SessionIds.Except(sessions.Select(session => session.Id))) awaited.End(ended);
        foreach (var session in sessions.Where(session => awaited.Contains(session.Id)))
        {
            var log = await store.ReadAsync(session.Id, cancellationToken);
            var overdue = log.Messages.Where(message => message is { State: MessageState.Submitted, IsFinal: false } && IsOverdue(session, message)).ToList();
            foreach (var message in overdue)
            {
                await marks.MarkAsync(
                    session.Id, message.Id, MessageState.Unconfirmed, "The agent has nothing to do, and its own record does not show the message.", cancellationToken);
            }

            if (log.Messages.All(message => message.IsFinal || overdue.Contains(message))) awaited.End(session.Id);
        }
    }

    private bool IsOverdue(SessionRecord session, MessageRecord message)
    {
        var now = time.GetUtcNow();
        var evidence = board.Of(session.Id).At(now, session.RestoredAt ?? session.CreatedAt, configuration.ReadyThreshold);
        if (evidence is not { Activity: Activity.Ready or Activity.Idle }) return false;
        var since = message.SubmittedAt > evidence.At ? message.SubmittedAt : evidence.At;
        return now - since > Patience;
    }

    private async Task TryTakeAsync(string sessionId, PromptSighting prompt, CancellationToken cancellationToken)
    {
        try
        {
            await task.TakeAsync(sessionId, prompt, cancellationToken);
            await TakeAsync(sessionId, prompt, cancellationToken);
        }
        catch (Exception failure) when (failure is AtheneException or DaprException or HttpRequestException or InvalidOperationException or IOException)
        {
            LogLost(logger, failure, sessionId);
        }
    }

    private async Task TakeAsync(string sessionId, PromptSighting prompt, CancellationToken cancellationToken)
    {
        var log = await store.ReadAsync(sessionId, cancellationToken);
        var message = log.Messages.FirstOrDefault(message =>
            message.State is not (MessageState.Queued or MessageState.Failed)
            && message.At - Slack <= prompt.At
            && PromptMatch.Shows(prompt.Text, message.Text)
            && !seen.Contains(sessionId, message.Id, prompt.Source));
        if (message is null) return;
        seen.Add(sessionId, message.Id, prompt.Source);
        await marks.MarkAsync(sessionId, message.Id, MessageState.Accepted, null, cancellationToken);
    }
}
