using System.Globalization;
using Athene.Configuration;
using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Reactions;

/// <summary>The reactions that Athene has by itself, and what a configuration makes of them: a key that it does not name keeps its default. Pure.</summary>
public static class ReactionRules
{
    public static IReadOnlyList<ReactionRule> Defaults { get; } =
    [
        new(ReactionKeys.PullRequestClosed, Priority: NotificationPriority.Action),
        new(ReactionKeys.ChecksFailed, Action: ReactionAction.SendToAgent, Retries: 2, EscalateAfterAttempts: 2),
        new(ReactionKeys.ChangesRequested, Action: ReactionAction.SendToAgent, EscalateAfterTime: TimeSpan.FromMinutes(30)),
        new(ReactionKeys.BotComments, Action: ReactionAction.SendToAgent, EscalateAfterTime: TimeSpan.FromMinutes(30)),
        new(ReactionKeys.OutsideRemarks, Priority: NotificationPriority.Action),
        new(ReactionKeys.MergeConflicts, Action: ReactionAction.SendToAgent, EscalateAfterTime: TimeSpan.FromMinutes(15)),
        new(ReactionKeys.ApprovedAndGreen, Auto: false, Priority: NotificationPriority.Action),
        new(ReactionKeys.AgentIdle, Action: ReactionAction.SendToAgent, Retries: 2, EscalateAfterTime: TimeSpan.FromMinutes(15)),
        new(ReactionKeys.AgentStuck, Priority: NotificationPriority.Urgent, Threshold: TimeSpan.FromMinutes(10)),
        new(ReactionKeys.AgentNeedsInput, Priority: NotificationPriority.Urgent),
        new(ReactionKeys.AgentExited, Priority: NotificationPriority.Urgent),
        new(ReactionKeys.UsageLimit, Priority: NotificationPriority.Action),
        new(ReactionKeys.AllComplete, Priority: NotificationPriority.Info, IncludeSummary: true),
    ];

    /// <summary>The rules by key; those that neither Athene nor the configuration has are not there.</summary>
    /// <param name="layers">From the most general to the most particular; null: says nothing.</param>
    public static IReadOnlyDictionary<string, ReactionRule> Merge(params IReadOnlyDictionary<string, ReactionConfiguration>?[] layers)
    {
        var rules = Defaults.ToDictionary(rule => rule.Key);
        foreach (var (key, configured) in layers.OfType<IReadOnlyDictionary<string, ReactionConfiguration>>().SelectMany(layer => layer))
            rules[key] = Over(rules.GetValueOrDefault(key) ?? new ReactionRule(key), configured);
        return rules;
    }

    private static ReactionRule Over(ReactionRule rule, ReactionConfiguration configured)
    {
        var action = ActionOf(configured.Action);
        var escalation = configured.EscalateAfter;
        var attempts = int.TryParse(escalation, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return rule with
        {
            // Whoever asks for merging means merging.
            Auto = configured.Auto ?? (action is ReactionAction.AutoMerge || rule.Auto),
            Action = action ?? rule.Action,
            Message = configured.Message ?? rule.Message,
            Priority = configured.Priority ?? rule.Priority,
            // Two names for one limit: whoever gives one of them means it, not the default of the other.
            Retries = configured.Retries ?? (attempts is null ? rule.Retries : null),
            EscalateAfterAttempts = attempts ?? (configured.Retries is null && escalation is null ? rule.EscalateAfterAttempts : null),
            EscalateAfterTime = escalation is null ? rule.EscalateAfterTime : Durations.Parse(escalation),
            Threshold = configured.Threshold ?? rule.Threshold,
            IncludeSummary = configured.IncludeSummary ?? rule.IncludeSummary,
        };
    }

    private static ReactionAction? ActionOf(string? word) => word switch
    {
        null => null,
        "send-to-agent" => ReactionAction.SendToAgent,
        "auto-merge" => ReactionAction.AutoMerge,
        "resume" => ReactionAction.Resume,
        _ => ReactionAction.Notify,
    };
}
