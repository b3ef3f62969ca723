using Athene.Contracts.Issues;
using Athene.Hosting.Files;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>The folder in which a project keeps its issues, one Markdown file each.</summary>
public sealed class IssueFolder
{
    private const string Extension = ".md";

    private static readonly string[] Defaults = [Path.Combine(".athene", "issues"), "issues"];

    private readonly string path;

    private IssueFolder(string path) => this.path = path;

    /// <summary>The folder that the configuration names, or else the first default one that exists; null when there is none.</summary>
    public static IssueFolder? Of(IssueLookup lookup)
    {
        if (lookup.IssuesPath is { Length: > 0 } configured)
        {
            var named = Path.GetFullPath(configured, lookup.ProjectPath);
            return Directory.Exists(named) ? new IssueFolder(RealPath.Of(named)) : null;
        }

        // What the repository itself brings must not lead out of it; what the owner configures may.
        var project = RealPath.Of(lookup.ProjectPath);
        return Defaults.Select(name => RealPath.Of(Path.Combine(project, name)))
            .Where(folder => RealPath.IsWithin(folder, project) && Directory.Exists(folder))
            .Select(folder => new IssueFolder(folder))
            .FirstOrDefault();
    }

    /// <summary>The files <c>7.md</c> and <c>7-any-words.md</c> for the issue 7; letters may differ in case.</summary>
    public IReadOnlyList<string> FilesOf(IssueId id) =>
        [.. Directory.EnumerateFiles(path).Where(file => IsOf(id, file)).Order(StringComparer.Ordinal)];

    /// <summary>The id as the file's name spells it.</summary>
    public IssueId IdOf(FileInfo file, IssueId id) => IssueId.Parse(file.Name[..id.Value.Length]) ?? id;

    /// <summary>Whether the file, or what it links to, is really in this folder.</summary>
    public bool Holds(FileInfo file) => RealPath.IsWithin(RealPath.Of(file.FullName), path);

    private static bool IsOf(IssueId id, string file)
    {
        if (!Path.GetExtension(file).Equals(Extension, StringComparison.OrdinalIgnoreCase)) return false;
        var name = Path.GetFileNameWithoutExtension(file);
        if (name.Equals(id.Value, StringComparison.OrdinalIgnoreCase)) return true;

        // INT is no issue just because there is an INT-9.
        return char.IsAsciiDigit(id.Value[^1]) && name.StartsWith($"{id.Value}-", StringComparison.OrdinalIgnoreCase);
    }
}
