using System.Text.RegularExpressions;

namespace Athene.Configuration.Projects;

/// <summary>What the ids of a project's sessions begin with.</summary>
public static partial class SessionPrefix
{
    private const int ShortName = 4;

    private const int Letters = 3;

    /// <summary>
    /// The prefix of a project at <paramref name="path"/>: a short name as it is, the capitals of <c>MyWebApp</c>, the initials of
    /// <c>my-web-app</c>, or the first three letters.
    /// </summary>
    public static string From(string path)
    {
        var name = NotAllowed().Replace(Path.GetFileName(path.TrimEnd('/', '\\')), "-").Trim('-', '_');
        if (name.Length == 0) return "app";
        if (name.Length <= ShortName) return name.ToLowerInvariant();
        var capitals = string.Concat(name.Where(char.IsUpper));
        if (capitals.Length > 1) return capitals.ToLowerInvariant();
        var parts = name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return (parts.Length > 1 ? string.Concat(parts.Select(part => part[0])) : name[..Letters]).ToLowerInvariant();
    }

    /// <summary>Whether <paramref name="name"/> can be the id or the prefix of a project: letters, digits, <c>_</c> and <c>-</c>.</summary>
    public static bool IsValid(string name) => Allowed().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex Allowed();

    [GeneratedRegex("[^A-Za-z0-9_-]+")]
    private static partial Regex NotAllowed();
}
