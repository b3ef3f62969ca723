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

    public static IReadOnlyList<string> All { get; } =
        [Prompt, SystemPrompt, SystemPromptFile, Model, Permissions, NativeSession, Session, Workspace, Branch, Issue];

    /// <summary>Every <c>{word}</c>, the word in group 1.</summary>
    [GeneratedRegex(@"\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
