using System.Text.Json;
using System.Text;
using Athene.Hosting.Files;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>
/// Where Codex writes: a file a conversation, in a directory a day. The file of a conversation whose id is not known is the newest one that says
/// in its first line that it was begun in this workspace after this start; a workspace belongs to one session alone.
/// </summary>
internal sealed class CodexFile(AgentHomes homes, RecordPlace place)
{
    private const int LongestFirstLine = 1024 * 1024;

    /// <summary>How far the clocks of a file's name, its content and our record may be apart.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly string sessions = homes.Resolve("~/.codex/sessions", place.Workspace);
    private readonly HashSet<string> others = [];

    public string? Find()
    {
        if (!Directory.Exists(sessions)) return null;
        if (place.NativeSessionId is { } id)
            return RecordFiles.Find(Path.Combine(sessions, "*", "*", "*", $"rollout-*-{id}.jsonl")).MaxBy(file => file.LastWriteTimeUtc)?.FullName;

        var workspace = RealPath.Of(place.Workspace);
        return Days().SelectMany(Rollouts).FirstOrDefault(path => IsOurs(path, workspace));
    }

    // The directory is named in local time, at times that of another zone than ours.
    private IEnumerable<string> Days() =>
        from offset in Enumerable.Range(-1, 3).Reverse()
        let day = place.StartedAt.LocalDateTime.AddDays(offset)
        select Path.Combine(sessions, day.ToString("yyyy/MM/dd", System.Globalization.CultureInfo.InvariantCulture));

    private IEnumerable<string> Rollouts(string day) => Directory.Exists(day)
        ? Directory.EnumerateFiles(day, "rollout-*.jsonl").Where(path => !others.Contains(path)).OrderDescending(StringComparer.Ordinal)
        : [];

    private bool IsOurs(string path, string workspace)
    {
        if (FirstLine(path) is not { } line) return false;
        try
        {
            using var meta = JsonDocument.Parse(line);
            if (meta.RootElement.Text("type") == "session_meta"
                && meta.RootElement.Text("payload", "cwd") == workspace
                && meta.RootElement.Time("timestamp") >= place.StartedAt - Slack) return true;
        }
        catch (JsonException)
        {
            // Not a rollout file, whatever its name.
        }

        others.Add(path);
        return false;
    }

    private static string? FirstLine(string path)
    {
        if (!RecordFiles.IsReadable(new FileInfo(path))) return null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[Math.Min(stream.Length, LongestFirstLine)];
            var end = Array.IndexOf(buffer, (byte)'\n', 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
            return end < 0 ? null : Encoding.UTF8.GetString(buffer, 0, end);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
