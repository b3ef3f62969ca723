using Athene.Configuration.Agents;

namespace Athene.Session.Machine.Agents;

/// <summary>The conversations that agents keep in records of their own.</summary>
public interface IConversations
{
    /// <summary>
    /// Whether a conversation was seen in the agent's own record, so that it can be taken up again. An id that was only reserved is none
    /// (users-ask P7), and what cannot be looked at does not count as seen.
    /// </summary>
    Task<bool> ExistsAsync(AgentProfile profile, string nativeSessionId, string workspace, CancellationToken cancellationToken);

    /// <summary>Whether conversations of such an agent can be found without knowing their id.</summary>
    bool CanFind(AgentProfile profile);

    /// <summary>The id of the newest conversation that was begun in a workspace since a time; null when there is none.</summary>
    string? Find(AgentProfile profile, RecordPlace place);
}
