using Athene.Contracts.Notifications;

namespace Athene.Configuration.Reading;

/// <summary>How priorities are spelled in a configuration.</summary>
internal static class PriorityWords
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<NotificationPriority>().Select(name => name.ToLowerInvariant())];

    public static NotificationPriority? Parse(string? word) => word is null ? null : Enum.Parse<NotificationPriority>(word, ignoreCase: true);
}
