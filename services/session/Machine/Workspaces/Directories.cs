namespace Athene.Session.Machine.Workspaces;

/// <summary>Removes directories as they come from agents and build tools.</summary>
internal static class Directories
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Delete(string path)
    {
        try
        {
            MakeWritable(new DirectoryInfo(path));
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else was faster.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WorkspaceErrors.NotRemoved(path, error);
        }
    }

    /// <summary>Package caches and the like are read-only, and what lies in such a directory cannot be removed. Links are not followed.</summary>
    public static void MakeWritable(DirectoryInfo directory)
    {
        if (directory.LinkTarget is not null || !directory.Exists) return;
        if ((directory.UnixFileMode & Owner) != Owner) directory.UnixFileMode |= Owner;
        foreach (var child in directory.EnumerateDirectories()) MakeWritable(child);
    }
}
