using System.Globalization;
using Athene.Configuration.Notifiers;
using Athene.Configuration.Yaml;
using Athene.Contracts.Notifications;

namespace Athene.Configuration.Reading.Notifiers;

/// <summary>Reads when a notifier tells things.</summary>
internal static class TimingReader
{
    private static readonly Dictionary<string, DayOfWeek> DayNames = Enum.GetValues<DayOfWeek>()
        .ToDictionary(day => day.ToString()[..3].ToLowerInvariant(), StringComparer.Ordinal);

    public static QuietHours? ReadQuietHours(YamlSection? section)
    {
        if (section is null) return null;
        var from = Time(section, "from");
        var to = Time(section, "to");
        var quiet = new QuietHours(
            from ?? default, to ?? default, Zone(section), Days(section), UrgentPasses: section.Word("urgent", "pass", "wait") is not "wait");
        if (from is null || to is null || from == to) section.Report("", "needs 'from' and 'to', two times of the day such as \"22:00\" and \"07:30\"");
        section.Close();
        return quiet;
    }

    public static DigestPlan? ReadDigest(YamlSection? section)
    {
        if (section is null) return null;
        var words = section.Texts("priorities") ?? ["info"];
        foreach (var wrong in words.Except(PriorityWords.All)) section.Report("priorities", $"'{wrong}' is not one of {string.Join(", ", PriorityWords.All)}");
        var plan = new DigestPlan(
            words.Intersect(PriorityWords.All).Select(word => PriorityWords.Parse(word)).OfType<NotificationPriority>().ToHashSet(),
            section.Duration("every"), Time(section, "at"), Zone(section));
        if (plan.Every is null == plan.At is null || plan.Every == TimeSpan.Zero) section.Report("", "needs either 'every', such as 1h, or 'at', such as \"09:00\"");
        section.Close();
        return plan;
    }

    private static TimeOnly? Time(YamlSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        section.Report(key, $"'{text}' is not a time of the day such as \"22:00\"");
        return null;
    }

    private static TimeZoneInfo Zone(YamlSection section)
    {
        if (section.Text("timeZone") is not { } name) return TimeZoneInfo.Local;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        section.Report("timeZone", $"'{name}' is not a time zone that this machine knows, such as Europe/Berlin");
        return TimeZoneInfo.Utc;
    }

    private static HashSet<DayOfWeek> Days(YamlSection section)
    {
        if (section.Texts("days") is not { } names) return [.. Enum.GetValues<DayOfWeek>()];
        foreach (var wrong in names.Where(name => !DayNames.ContainsKey(name)))
            section.Report("days", $"'{wrong}' is not one of {string.Join(", ", DayNames.Keys)}");
        return [.. names.Where(DayNames.ContainsKey).Select(name => DayNames[name])];
    }
}
