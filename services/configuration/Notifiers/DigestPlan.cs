using Athene.Contracts.Notifications;

namespace Athene.Configuration.Notifiers;

/// <summary>What is gathered and told in one message: after each <paramref name="Every"/>, or once a day at <paramref name="At"/>.</summary>
/// <param name="TimeZone">Of <paramref name="At"/>.</param>
public sealed record DigestPlan(IReadOnlySet<NotificationPriority> Priorities, TimeSpan? Every, TimeOnly? At, TimeZoneInfo TimeZone);
