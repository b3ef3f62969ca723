using System.Text.RegularExpressions;
using Athene.Configuration.Agents;

namespace Athene.Session.Machine.Agents;

/// <summary>Conversations that are a file each, where the agent's profile says (<c>nativeSession.files</c>).</summary>
public sealed partial class ConversationFiles : IConversations
{
    private const string IdPlaceholder = $"{{{AgentPlaceholders.NativeSession}}}";

    public Task<bool> ExistsAsync(AgentProfile profile, string nativeSessionId, string workspace, CancellationToken cancellationToken) =>
        Task.FromResult(profile.NativeSession.Files is { } pattern && FileName().IsMatch(nativeSessionId) && Exists(pattern, nativeSessionId));

    private static bool Exists(string pattern, string nativeSessionId)
    {
        var names = pattern.Contains(IdPlaceholder, StringComparison.Ordinal);
        var path = pattern.Replace(IdPlaceholder, nativeSessionId, StringComparison.Ordinal);
        if (path.StartsWith("~/", StringComparison.Ordinal))
            path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]);
        return Find(path).Any(file => file.Length > 0 && (names || file.Name.Contains(nativeSessionId, StringComparison.Ordinal)));
    }

    private static IEnumerable<FileInfo> Find(string pattern)
    {
        var segments = Path.GetFullPath(pattern).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<DirectoryInfo> directories = [new DirectoryInfo(Path.GetPathRoot(Path.GetFullPath(pattern))!)];
        foreach (var segment in segments[..^1]) directories = directories.SelectMany(directory => Below(directory, segment));
        return directories.Where(directory => directory.Exists).SelectMany(directory => directory.EnumerateFiles(segments[^1]));
    }

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo directory, string segment)
    {
        if (!segment.Contains('*', StringComparison.Ordinal)) return [new DirectoryInfo(Path.Combine(directory.FullName, segment))];
        return directory.Exists ? directory.EnumerateDirectories(segment) : [];
    }

    // What becomes a part of a path must not be one that leads elsewhere.
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
