using Athene.Session.Agents;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>
/// Before a new session of an issue: has the agent delete its conversations of the issue's earlier sessions, where the project wants that
/// (<c>opencodeIssueSessionStrategy: delete</c>).
/// </summary>
public sealed class DeleteEarlierConversations(StepRunner runner, ILedger ledger, SessionProfiles profiles, ConversationRemoval removal)
    : TicketStep(runner, ledger)
{
    protected override async Task RunStepAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        if (session.Issue is not { } issue || await Ledger.FindProjectAsync(session.ProjectId, cancellationToken) is not { } project) return;
        var profile = profiles.Of(session);
        foreach (var earlier in await Ledger.ListSessionsAsync(project.Ended, cancellationToken))
        {
            if (earlier.Agent == session.Agent && earlier.NativeSessionId is { } id && ProjectRecord.IsSameIssue(earlier.Issue, issue))
                await removal.DeleteAsync(profile, id, session.ProjectPath, cancellationToken);
        }
    }
}
