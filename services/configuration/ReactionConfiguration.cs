using Athene.Contracts.Notifications;

namespace Athene.Configuration;

/// <summary>What to do when something happens to a session; what is null keeps its default.</summary>
/// <param name="Action">send-to-agent, notify, auto-merge or (for usage-limit) resume.</param>
/// <param name="EscalateAfter">A number of attempts, or a duration such as <c>30m</c>.</param>
public sealed record ReactionConfiguration(
    bool? Auto = null,
    string? Action = null,
    string? Message = null,
    NotificationPriority? Priority = null,
    int? Retries = null,
    string? EscalateAfter = null,
    TimeSpan? Threshold = null,
    bool? IncludeSummary = null);
