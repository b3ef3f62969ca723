using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Reactions;

/// <summary>How Athene reacts to one thing: the configuration over the defaults (spec lifecycle.md §10).</summary>
/// <param name="Auto">Off: agents get no message and nothing is merged; people are told in any case.</param>
/// <param name="Message">The configured words; null: those that Athene finds for the case.</param>
/// <param name="Retries">How often it acts before a person is told that it did not help; null: without limit.</param>
/// <param name="EscalateAfterAttempts">The same limit, under its other name.</param>
/// <param name="EscalateAfterTime">How long the thing may last before a person is told; null: for ever.</param>
/// <param name="Threshold">How long it must have lasted to count.</param>
public sealed record ReactionRule(
    string Key,
    bool Auto = true,
    ReactionAction Action = ReactionAction.Notify,
    string? Message = null,
    NotificationPriority? Priority = null,
    int? Retries = null,
    int? EscalateAfterAttempts = null,
    TimeSpan? EscalateAfterTime = null,
    TimeSpan? Threshold = null,
    bool IncludeSummary = false);
