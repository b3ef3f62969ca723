namespace Athene.Hosting.Files;

/// <summary>Paths with every link on the way followed.</summary>
public static class RealPath
{
    /// <summary>The full path without links; of what does not exist, as far as it does.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);

            // A target may itself lie behind links, so it is walked in the same way.
            real = new FileInfo(next).LinkTarget is null ? next : Of(Path.GetFullPath(Final(next), real));
        }

        return real;
    }

    /// <summary>Whether a real path lies below a real folder.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The system refuses circles, so what comes back is no link any more.
    private static string Final(string link) => File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link;
}
