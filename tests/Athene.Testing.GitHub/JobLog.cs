using System.Globalization;

namespace Athene.Testing.GitHub;

/// <summary>The log of a job as GitHub's runners write it: a time stamp before each line, groups, colours.</summary>
internal static class JobLog
{
    public static string Of(GitHubCheck check, IReadOnlyList<string> lines, DateTimeOffset now)
    {
        string[] all = ["##[group]Run actions/checkout@v4", "Syncing repository", "##[endgroup]", $"##[group]Run {check.FailedStep}", "##[endgroup]", .. lines, "##[error]Process completed with exit code 1."];
        return string.Concat(all.Select(line => $"{now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)}Z {line}\n"));
    }
}
