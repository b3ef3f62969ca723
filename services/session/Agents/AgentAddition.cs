using Athene.Configuration.Agents;

namespace Athene.Session.Agents;

/// <summary>What a launch needs beyond its profile: files to write first, and variables that point to them.</summary>
public sealed record AgentAddition(IReadOnlyList<AgentFile> Files, IReadOnlyDictionary<string, string> Environment)
{
    public static AgentAddition None { get; } = new([], new Dictionary<string, string>());

    /// <summary>For the few agents whose profile cannot say it all, known by their program. Pure.</summary>
    /// <param name="directory">The session's own directory for prompts; removed with the session.</param>
    public static AgentAddition For(AgentProfile profile, string directory, string? systemPromptFile) =>
        profile.Process == OpenCodeInstructions.Program && systemPromptFile is not null
            ? OpenCodeInstructions.Prepare(directory, systemPromptFile)
            : None;
}
