using System.Text.RegularExpressions;

namespace Athene.Session.Projects;

/// <summary>Ids of projects that nobody named.</summary>
public static partial class ProjectIds
{
    private const int Longest = 30;

    /// <summary>The name of the directory, with everything that is not allowed in an id turned into dashes.</summary>
    public static string From(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)).ToLowerInvariant();
        var id = NotAllowed().Replace(name, "-").Trim('-', '_');
        if (id.Length > Longest) id = id[..Longest].TrimEnd('-', '_');
        return id.Length == 0 ? "project" : id;
    }

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex NotAllowed();
}
