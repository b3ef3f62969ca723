namespace Athene.Configuration.Agents;

/// <summary>The forms in which agents take hooks by a file of settings.</summary>
public enum HookFormat
{
    /// <summary>Claude Code's <c>--settings</c>.</summary>
    ClaudeCode,
}
