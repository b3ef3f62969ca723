using System.Globalization;

namespace Athene.Session.Records;

/// <summary>The keys of the session service's documents in the state store.</summary>
public static class RecordKeys
{
    public const string ProjectIndex = "projects";

    public const string SpawnQueue = "spawn-queue";

    public const string HistoryHead = "history-head";

    public const string HistoryPublished = "history-published";

    public static string SpendingDay(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"spending-{date:yyyy-MM-dd}");

    public static string Project(string id) => $"project-{id}";

    public static string Session(string id) => $"session-{id}";

    public static string ArchivePage(string projectId, int page) => string.Create(CultureInfo.InvariantCulture, $"archive-{projectId}-{page}");

    public static string Messages(string sessionId) => $"messages-{sessionId}";

    public static string HistoryPage(long page) => string.Create(CultureInfo.InvariantCulture, $"history-page-{page}");

    public static string SessionHistory(string sessionId) => $"session-history-{sessionId}";

    /// <summary>Where the bytes of an unreadable document are kept aside.</summary>
    public static string Corrupt(string key, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}-corrupt-{at.ToUnixTimeMilliseconds()}");
}
