using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells people that all work is done, if it is.</summary>
/// <param name="Message">The configured words; null: Athene's.</param>
/// <param name="WithSessions">Whether each session is named.</param>
public sealed record SumUp(NotificationPriority? Priority, string? Message, bool WithSessions) : Effect
{
    public override string Word => "sum-up";
}
