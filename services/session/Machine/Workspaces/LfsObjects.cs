namespace Athene.Session.Machine.Workspaces;

/// <summary>The contents of Git LFS files, of which commits hold only the names.</summary>
internal static class LfsObjects
{
    // A link may lead anywhere, also round in circles. What cannot be read must be told, since it would be lost.
    private static readonly EnumerationOptions OwnFiles = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false,
    };

    /// <summary>Copies what one repository has and the other has not; each file is named by its content.</summary>
    public static void Copy(string fromRepository, string toRepository)
    {
        if (RepositoryFiles.CommonDirectory(fromRepository) is not { } from || RepositoryFiles.CommonDirectory(toRepository) is not { } to) return;
        var source = Path.Combine(from, "lfs", "objects");
        if (!Directory.Exists(source)) return;
        foreach (var file in Directory.EnumerateFiles(source, "*", OwnFiles))
        {
            var target = Path.Combine(to, "lfs", "objects", Path.GetRelativePath(source, file));
            // A pipe has no length, and reading it would wait for its writer.
            if (File.Exists(target) || new FileInfo(file).Length == 0) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target + ".new", overwrite: true);
            File.Move(target + ".new", target, overwrite: true);
        }
    }
}
