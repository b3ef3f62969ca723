using Athene.Configuration.Agents;

namespace Athene.Session.Agents;

/// <summary>What a launch needs beyond its profile: files to write first, and variables that point to them.</summary>
/// <param name="HooksFile">The one of the files that holds the agent's hooks.</param>
public sealed record AgentAddition(IReadOnlyList<AgentFile> Files, IReadOnlyDictionary<string, string> Environment, string? HooksFile = null)
{
    public static AgentAddition None { get; } = new([], new Dictionary<string, string>());

    /// <summary>For the few agents whose profile cannot say it all: those with hooks, and OpenCode by its program. Pure.</summary>
    /// <param name="directory">The session's own directory for prompts; removed with the session.</param>
    /// <param name="hookProgram">The program that leaves facts in the spool.</param>
    public static AgentAddition For(AgentProfile profile, string directory, string? systemPromptFile, string hookProgram)
    {
        if (profile.Hooks is HookFormat.ClaudeCode) return ClaudeCodeHooks.Prepare(directory, hookProgram);
        return profile.Process == AgentPrograms.OpenCode && systemPromptFile is not null
            ? OpenCodeInstructions.Prepare(directory, systemPromptFile)
            : None;
    }
}
