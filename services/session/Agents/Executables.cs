namespace Athene.Session.Agents;

/// <summary>Finds programs as a shell would, without running anything.</summary>
public static class Executables
{
    /// <summary>The full path of a program given by name (searched in <paramref name="searchPath"/>) or by path; null when it is not there.</summary>
    public static string? Find(string program, string? searchPath)
    {
        if (program.Contains(Path.DirectorySeparatorChar)) return IsExecutable(program) ? Path.GetFullPath(program) : null;
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(IsExecutable);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
