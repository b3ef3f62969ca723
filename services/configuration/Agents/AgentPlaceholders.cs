using System.Text.RegularExpressions;

namespace Athene.Configuration.Agents;

/// <summary>The names that may stand in braces in an agent's argument vector.</summary>
public static partial class AgentPlaceholders
{
    public const string Prompt = "prompt";
    public const string SystemPrompt = "systemPrompt";
    public const string SystemPromptFile = "systemPromptFile";
    public const string Model = "model";
    public const string Permissions = "permissions";
    public const string NativeSession = "nativeSessionId";
    public const string Session = "sessionId";
    public const string Workspace = "workspace";
    public const string Branch = "branch";
    public const string Issue = "issue";

    /// <summary>The session's own directory outside of its worktree; removed with it.</summary>
    public const string SessionDirectory = "sessionDirectory";

    /// <summary>The agent's settings with Athene's hooks, for agents that take such a file (<see cref="AgentProfile.Hooks"/>).</summary>
    public const string HooksFile = "hooksFile";

    public static IReadOnlyList<string> All { get; } =
        [Prompt, SystemPrompt, SystemPromptFile, Model, Permissions, NativeSession, Session, Workspace, Branch, Issue, SessionDirectory, HooksFile];

    /// <summary>Every <c>{word}</c>, the word in group 1.</summary>
    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
