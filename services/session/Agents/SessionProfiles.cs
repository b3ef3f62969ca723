using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Session.Records;

namespace Athene.Session.Agents;

/// <summary>
/// The profile of a session's agent as it holds in its project: with the project's environment, which may move the agent's own files
/// (<c>CLAUDE_CONFIG_DIR</c>, <c>CODEX_HOME</c>, <c>XDG_DATA_HOME</c>, <c>HOME</c>).
/// </summary>
public sealed class SessionProfiles(AgentCatalog agents, AtheneConfiguration configuration)
{
    /// <exception cref="Athene.Contracts.Errors.AtheneException">The agent is unknown.</exception>
    public AgentProfile Of(SessionRecord session) => InProject(agents.Get(session.Agent), session);

    /// <summary>Null when the profile was taken away after the session began.</summary>
    public AgentProfile? Find(SessionRecord session) => agents.Names.Contains(session.Agent) ? Of(session) : null;

    /// <summary>The same for an agent that is to be started.</summary>
    /// <exception cref="Athene.Contracts.Errors.AtheneException">The agent is unknown or not installed any more.</exception>
    public AgentProfile InstalledOf(SessionRecord session) =>
        InProject(agents.GetInstalled(session.Agent, Environment.GetEnvironmentVariable("PATH")), session);

    private AgentProfile InProject(AgentProfile profile, SessionRecord session)
    {
        if (configuration.Projects.GetValueOrDefault(session.ProjectId)?.Env is not { Count: > 0 } project) return profile;
        var variables = new Dictionary<string, string>(profile.Env, StringComparer.Ordinal);
        foreach (var (name, value) in project) variables[name] = value;
        return profile with { Env = variables };
    }
}
