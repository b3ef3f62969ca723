namespace Athene.Session.Hooks;

/// <summary>Who says something about a session from inside it.</summary>
public static class HookSources
{
    public const string Git = "git";
    public const string GitHub = "gh";
    public const string ClaudeCode = "claude-code";
}
