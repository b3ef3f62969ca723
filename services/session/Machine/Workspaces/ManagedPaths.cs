namespace Athene.Session.Machine.Workspaces;

/// <summary>Which directories may be removed: those below a managed root that are not the project itself. Pure.</summary>
public static class ManagedPaths
{
    /// <summary>The roots of a project: its own below Athene's home and the reference's two legacy ones.</summary>
    public static IReadOnlyList<string> Roots(
        IReadOnlyList<string> ownDirectories, string userHome, string projectId, string projectPath) =>
    [
        .. ownDirectories,
        Path.Combine(userHome, ".worktrees", projectId),
        Path.Combine(userHome, ".worktrees", Path.GetFileName(Path.TrimEndingDirectorySeparator(projectPath))),
    ];

    /// <summary>True when the path lies below a root (a root itself holds other sessions), and neither is nor contains the project.</summary>
    public static bool MayRemove(string path, string projectPath, IEnumerable<string> roots)
    {
        if (!Path.IsPathFullyQualified(path)) return false;
        var candidate = Normalise(path);
        var project = Normalise(projectPath);
        return !IsSameOrBelow(project, candidate) && roots.Any(root => IsBelow(candidate, Normalise(root)));
    }

    private static bool IsSameOrBelow(string path, string root) =>
        path.Equals(root, StringComparison.Ordinal) || IsBelow(path, root);

    private static bool IsBelow(string path, string root) =>
        path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && path.Length > root.Length;

    private static string Normalise(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
