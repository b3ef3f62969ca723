using Athene.Session.Agents;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>Has the agent delete its own conversation of a session that is to be forgotten.</summary>
public sealed class DeleteConversation(StepRunner runner, ILedger ledger, SessionProfiles profiles, ConversationRemoval removal) : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        // A profile that was taken away leaves nobody to ask.
        if (session.NativeSessionId is not { } id || profiles.Find(session) is not { } profile) return;
        await removal.DeleteAsync(profile, id, session.ProjectPath, cancellationToken);
    }
}
