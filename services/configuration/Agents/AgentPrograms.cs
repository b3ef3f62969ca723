namespace Athene.Configuration.Agents;

/// <summary>Programs for which a profile cannot say it all.</summary>
public static class AgentPrograms
{
    /// <summary>Takes its instructions from a configuration file.</summary>
    public const string OpenCode = "opencode";
}
