namespace Athene.Session.Machine.Agents;

/// <summary>Finds files by a full path in which directories and the file may have <c>*</c> in their names.</summary>
internal static class RecordFiles
{
    public static IEnumerable<FileInfo> Find(string pattern)
    {
        var full = Path.GetFullPath(pattern);
        var root = Path.GetPathRoot(full)!;
        var segments = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0) return [];
        IEnumerable<DirectoryInfo> directories = [new DirectoryInfo(root)];
        foreach (var segment in segments[..^1]) directories = directories.SelectMany(directory => Below(directory, segment));
        return directories.SelectMany(directory => directory.Exists ? directory.EnumerateFiles(segments[^1]) : []);
    }

    /// <summary>
    /// False for what may keep its reader waiting for ever, or never ends: a pipe, which has no length, and a link, which may lead to a device.
    /// </summary>
    public static bool IsReadable(FileInfo file) => file is { Exists: true, LinkTarget: null, Length: > 0 };

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo directory, string segment)
    {
        if (!segment.Contains('*', StringComparison.Ordinal)) return [new DirectoryInfo(Path.Combine(directory.FullName, segment))];
        return directory.Exists ? directory.EnumerateDirectories(segment) : [];
    }
}
