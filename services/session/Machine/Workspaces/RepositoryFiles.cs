namespace Athene.Session.Machine.Workspaces;

/// <summary>What can be read of a repository from its own files, for which git would cost a process each.</summary>
internal static class RepositoryFiles
{
    private const int LongestPointer = 64 * 1024;

    /// <summary>True when the repository's own configuration names a remote "origin".</summary>
    public static bool HasOrigin(string repository)
    {
        if (CommonDirectory(repository) is not { } common) return false;
        var configuration = Path.Combine(common, "config");
        return Directory.Exists(Path.Combine(common, "refs", "remotes", "origin"))
            || (File.Exists(configuration) && File.ReadLines(configuration).Any(NamesOrigin));
    }

    /// <summary>The directory that all worktrees of the repository share, or null when this is no repository.</summary>
    public static string? CommonDirectory(string repository)
    {
        var administrative = AdministrativeDirectory(repository);
        if (administrative is null) return null;
        var pointer = Path.Combine(administrative, "commondir");
        return File.Exists(pointer)
            ? Path.GetFullPath(File.ReadAllText(pointer).Trim(), administrative)
            : administrative;
    }

    /// <summary>Where git keeps what belongs to this one worktree (its HEAD and index), or null when it is none.</summary>
    public static string? AdministrativeDirectory(string worktree)
    {
        var dotGit = Path.Combine(worktree, ".git");
        if (Directory.Exists(dotGit)) return dotGit;
        const string prefix = "gitdir:";
        if (!File.Exists(dotGit)) return IsBare(worktree) ? worktree : null;
        // A pipe has no length, and reading it would wait for its writer.
        if (new FileInfo(dotGit).Length is 0 or > LongestPointer) return null;
        // As git does: the path may end in white space of its own.
        var text = File.ReadAllText(dotGit).TrimEnd('\n', '\r');
        if (!text.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var target = Path.GetFullPath(text[prefix.Length..].TrimStart(' '), worktree);
        return Directory.Exists(target) ? target : null;
    }

    private static bool IsBare(string directory) =>
        File.Exists(Path.Combine(directory, "HEAD")) && Directory.Exists(Path.Combine(directory, "objects"));

    private static bool NamesOrigin(string line) =>
        line.TrimStart().StartsWith("[remote \"origin\"]", StringComparison.OrdinalIgnoreCase);
}
