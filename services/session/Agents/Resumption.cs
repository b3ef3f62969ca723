using Athene.Configuration.Agents;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;

namespace Athene.Session.Agents;

/// <summary>Chooses between the agent's own conversation, once it has been seen, and a fresh start (spec sessions.md §19 step 10, users-ask P7).</summary>
public sealed class Resumption(SessionProfiles profiles, IConversations conversations)
{
    /// <exception cref="Contracts.Errors.AtheneException">The agent is unknown or not installed any more.</exception>
    public async Task<ResumeChoice> ChooseAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var profile = profiles.InstalledOf(session);
        if (profile.Resume.Count == 0) return Fresh(profile, reason: null);
        if (string.IsNullOrEmpty(session.NativeSessionId)) return Fresh(profile, "the id of its conversation is not known.");
        return await conversations.ExistsAsync(profile, session.NativeSessionId, session.WorkspacePath!, cancellationToken)
            ? new ResumeChoice(profile, session.NativeSessionId, Resumes: true)
            : Fresh(profile, $"its conversation {session.NativeSessionId} is not in the agent's own record.");
    }

    // A new id even where the old one was never used: some agents refuse one that they have seen.
    private static ResumeChoice Fresh(AgentProfile profile, string? reason) => new(
        profile, profile.NativeSession.Id is NativeSessionId.Chosen ? Guid.NewGuid().ToString() : null, Resumes: false, reason);
}
