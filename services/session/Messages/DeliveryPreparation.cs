using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Workflows;

namespace Athene.Session.Messages;

/// <summary>
/// Brings a session to where a message can be typed: everything before the paste. It looks at the machine first, so that nothing is typed into a
/// question that has just come up, and brings a dead agent back once.
/// </summary>
public sealed class DeliveryPreparation(
    SessionObserver observer, ILedger ledger, RestoreIntake restores, OperationReader operations, AgentReadiness readiness, TimeProvider time)
{
    /// <summary>How long a restored agent may take to show itself (spec sessions.md §17).</summary>
    private static readonly TimeSpan RestoredPatience = TimeSpan.FromSeconds(5);

    /// <summary>So long at a time an agent that is starting is waited for: it may turn out meanwhile that it has started.</summary>
    private static readonly TimeSpan StartLook = TimeSpan.FromSeconds(3);

    /// <returns>Type, Wait or Refuse.</returns>
    public async Task<DeliveryStep> PrepareAsync(string sessionId, MessageRecord message, CancellationToken cancellationToken)
    {
        var (session, step) = await LookAsync(sessionId, message, cancellationToken);
        if (step.Action is DeliveryAction.Restore)
        {
            return await RestoreAsync(sessionId, message, cancellationToken)
                ?? await OnceStartedAsync(sessionId, message, DeliveryStep.Refuse("The agent ended again right after it was restored."), cancellationToken);
        }

        if (step.Action is not DeliveryAction.AwaitStart) return step;
        return await readiness.UntilReadyAsync(session!, StartLook, cancellationToken)
            ? await OnceStartedAsync(sessionId, message, DeliveryStep.Wait, cancellationToken)
            : DeliveryStep.Wait;
    }

    private async Task<(SessionRecord? Session, DeliveryStep Step)> LookAsync(string sessionId, MessageRecord message, CancellationToken cancellationToken)
    {
        // A look that fails changes no verdict: an agent that cannot be seen counts as alive (acceptance case 57).
        await observer.ObserveAsync(cancellationToken);
        var session = await ledger.FindSessionAsync(sessionId, cancellationToken);
        return (session, DeliveryRules.Next(session, message, time.GetUtcNow()));
    }

    /// <param name="gone">What becomes of the message when the agent has ended meanwhile.</param>
    private async Task<DeliveryStep> OnceStartedAsync(string sessionId, MessageRecord message, DeliveryStep gone, CancellationToken cancellationToken)
    {
        var (session, step) = await LookAsync(sessionId, message, cancellationToken);
        return step.Action switch
        {
            DeliveryAction.AwaitStart => DeliveryRules.Started(session!),
            DeliveryAction.Restore => gone,
            _ => step,
        };
    }

    /// <returns>Null when the agent is back; otherwise what becomes of the message.</returns>
    private async Task<DeliveryStep?> RestoreAsync(string sessionId, MessageRecord message, CancellationToken cancellationToken)
    {
        var session = await ledger.GetSessionAsync(sessionId, cancellationToken);
        // Since the look, somebody has ended it, brought it back, or begun to: what it needs now, the next look shows.
        if (DeliveryRules.Next(session, message, time.GetUtcNow()).Action is not DeliveryAction.Restore) return DeliveryStep.Wait;
        var operationId = await restores.StartAsync(sessionId, cancellationToken);
        var restore = await operations.EndAsync(operationId, cancellationToken);
        if (restore.Error is { } problem)
        {
            // Somebody else has changed the session in the same moment: what it needs now, the next look shows.
            return problem.Type is ErrorTypes.SessionBusy or ErrorTypes.SessionNotRestorable
                ? DeliveryStep.Wait
                : DeliveryStep.Refuse($"{problem.Title} {problem.Hint}".TrimEnd());
        }

        if (await readiness.UntilReadyAsync(session, RestoredPatience, cancellationToken)) return null;
        const string reason = "The agent was started again, but did not show itself in time.";
        await ledger.RecordAsync(
            new Happening(
                EventKinds.RestoreFailed, $"{sessionId}: {reason}", session.ProjectId, sessionId, Levels.Error,
                new JsonObject { ["stage"] = RestoreStages.ReadyTimeout, ["reason"] = reason, ["operationId"] = operationId }),
            cancellationToken);
        return DeliveryStep.Refuse(reason);
    }
}
