using System.Globalization;

namespace Athene.Testing.GitHub.Documents;

/// <summary>Times as GitHub writes them: whole seconds, in UTC.</summary>
internal static class Time
{
    public static string? Of(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
