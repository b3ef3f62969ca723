namespace Athene.Session.Hooks;

/// <summary>The hook events of Claude Code 2.1 that say something about what it does.</summary>
public static class ClaudeCodeEvents
{
    public const string SessionStart = "SessionStart";
    public const string UserPromptSubmit = "UserPromptSubmit";
    public const string PreToolUse = "PreToolUse";
    public const string PostToolUse = "PostToolUse";
    public const string PostToolUseFailure = "PostToolUseFailure";
    public const string Notification = "Notification";
    public const string PermissionRequest = "PermissionRequest";
    public const string Stop = "Stop";
    public const string StopFailure = "StopFailure";
    public const string SubagentStart = "SubagentStart";
    public const string SubagentStop = "SubagentStop";
    public const string PreCompact = "PreCompact";
    public const string PostCompact = "PostCompact";

    public static IReadOnlyList<string> All { get; } =
    [
        SessionStart, UserPromptSubmit, PreToolUse, PostToolUse, PostToolUseFailure, Notification, PermissionRequest, Stop, StopFailure,
        SubagentStart, SubagentStop, PreCompact, PostCompact,
    ];
}
