using Athene.Contracts.Lifecycle;
using Athene.Session.Observing;

namespace Athene.Session.Hooks;

/// <summary>What the hook events of Claude Code mean. Pure.</summary>
internal static class ClaudeCodeMeaning
{
    public static HookEffect Of(HookFact fact)
    {
        var said = TopLevelTexts.Of(fact.Body);
        return fact.Event switch
        {
            ClaudeCodeEvents.UserPromptSubmit => new HookEffect(
                Say(fact, Activity.Active, Turn.Open),
                said.TryGetValue("prompt", out var prompt) ? new PromptSighting(prompt, fact.At, EvidenceSource.Hook) : null),
            ClaudeCodeEvents.PreToolUse or ClaudeCodeEvents.PostToolUse or ClaudeCodeEvents.PostToolUseFailure =>
                new HookEffect(Say(fact, Activity.Active, Turn.Open, said.GetValueOrDefault("tool_name"))),
            ClaudeCodeEvents.PermissionRequest => new HookEffect(Say(fact, Activity.WaitingInput, Turn.Open, said.GetValueOrDefault("tool_name"))),
            ClaudeCodeEvents.Notification => OfNotification(fact, said),
            ClaudeCodeEvents.Stop => new HookEffect(Say(fact, Activity.Ready, Turn.Closed)),
            ClaudeCodeEvents.StopFailure => new HookEffect(Say(fact, Activity.Blocked, Turn.Closed, said.GetValueOrDefault("error"))),
            ClaudeCodeEvents.SubagentStart or ClaudeCodeEvents.SubagentStop => new HookEffect(Say(fact, Activity.Active, Turn.Unsaid)),
            ClaudeCodeEvents.PreCompact => new HookEffect(Say(fact, Activity.Active, Turn.Unsaid)),
            // Between turns only a person makes it compact; then it waits for the next prompt.
            ClaudeCodeEvents.PostCompact => new HookEffect(
                Say(fact, said.GetValueOrDefault("trigger") == "manual" ? Activity.Ready : Activity.Active, Turn.Unsaid)),
            ClaudeCodeEvents.SessionStart when said.GetValueOrDefault("source") != "compact" => new HookEffect(Say(fact, Activity.Ready, Turn.Unsaid)),
            _ => HookEffect.None,
        };
    }

    // "idle_prompt" is no question: it comes a minute after the agent's last word, and used to hide that the agent was idle.
    private static HookEffect OfNotification(HookFact fact, IReadOnlyDictionary<string, string> said) =>
        said.GetValueOrDefault("notification_type") is "permission_prompt" or "elicitation_dialog"
            ? new HookEffect(Say(fact, Activity.WaitingInput, Turn.Unsaid, said.GetValueOrDefault("message")))
            : HookEffect.None;

    private static Evidence Say(HookFact fact, Activity activity, Turn turn, string? detail = null) =>
        Evidence.Of(activity, EvidenceSource.Hook, fact.At, turn, Shortened.ForPeople(detail));
}
