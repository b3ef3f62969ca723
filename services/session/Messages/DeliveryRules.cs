using Athene.Contracts.Lifecycle;
using Athene.Session.Pauses;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Workflows;

namespace Athene.Session.Messages;

/// <summary>Decides what a message needs, by the session as it was just observed (spec sessions.md §17). Pure.</summary>
public static class DeliveryRules
{
    /// <summary>How long a message waits for an agent that is still starting; then it is typed anyway.</summary>
    public static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);

    /// <summary>The same for an agent that seems to be at work, but was started less than <see cref="StartPatience"/> ago.</summary>
    public static readonly TimeSpan YoungPatience = TimeSpan.FromSeconds(5);

    public static DeliveryStep Next(SessionRecord? session, MessageRecord message, DateTimeOffset now)
    {
        if (session is null) return DeliveryStep.Refuse("The session is gone.");
        if (session.HeldBy is { } holder) return OperationKinds.Of(holder) == OperationKinds.Restore ? DeliveryStep.Restore : DeliveryStep.Wait;
        if (session.Lifecycle.Session.State is SessionState.Done) return DeliveryStep.Refuse("The session is done.");
        if (message.Automatic && session.Lifecycle.IsTerminal) return DeliveryStep.Refuse("The session has ended, and no word of Athene's own brings it back.");
        if (WasEndedMeanwhile(session.Lifecycle.Session, message)) return DeliveryStep.Refuse("The session was ended before it could be delivered.");
        if (PauseRules.Keeps(session, message)) return DeliveryStep.Wait;
        if (Restorability.RefusalOf(session) is null) return DeliveryStep.Restore;
        if (session is { Runtime: null, Lifecycle.Session.State: SessionState.NotStarted }) return DeliveryStep.Wait;
        if (now - message.At < PatienceFor(session, now)) return DeliveryStep.AwaitStart;

        return Started(session);
    }

    /// <summary>What a message to an agent needs that has come up.</summary>
    public static DeliveryStep Started(SessionRecord session) =>
        // The text would answer the question, whatever it says.
        session.Activity is Activity.WaitingInput ? DeliveryStep.Wait : DeliveryStep.Type;

    private static TimeSpan PatienceFor(SessionRecord session, DateTimeOffset now)
    {
        if (session.Lifecycle.Session.State is SessionState.NotStarted) return StartPatience;
        return now - (session.RestoredAt ?? session.CreatedAt) < StartPatience ? YoungPatience : TimeSpan.Zero;
    }

    // Who ends a session does not want a message that was still waiting to bring it back; who writes to an ended one does.
    private static bool WasEndedMeanwhile(SessionPart session, MessageRecord message) =>
        session is { State: SessionState.Terminated, Reason: SessionReason.ManuallyKilled or SessionReason.PrMerged or SessionReason.AutoCleanup }
        && session.TerminatedAt >= message.At;
}
