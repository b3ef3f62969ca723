using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Contracts.Issues;
using Athene.Hosting.Files;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>The folder in which a project keeps its issues, one Markdown file each.</summary>
public sealed partial class IssueFolder
{
    private const string Extension = ".md";

    private const string ReadMe = "README";

    private static readonly string[] Defaults = [Path.Combine(".athene", "issues"), "issues"];

    private readonly string path;

    private IssueFolder(string path) => this.path = path;

    /// <summary>The folder that the configuration names, or else the first default one that exists; null when there is none.</summary>
    public static IssueFolder? Of(IssueSource source)
    {
        if (source.IssuesPath is { Length: > 0 } configured)
        {
            var named = Path.GetFullPath(configured, source.ProjectPath);
            return Directory.Exists(named) ? new IssueFolder(RealPath.Of(named)) : null;
        }

        // What the repository itself brings must not lead out of it; what the owner configures may.
        var project = RealPath.Of(source.ProjectPath);
        return Defaults.Select(name => RealPath.Of(Path.Combine(project, name)))
            .Where(folder => RealPath.IsWithin(folder, project) && Directory.Exists(folder))
            .Select(folder => new IssueFolder(folder))
            .FirstOrDefault();
    }

    /// <summary>The folder, made when there is none yet.</summary>
    public static IssueFolder OfOrNew(IssueSource source)
    {
        if (Of(source) is { } known) return known;
        Directory.CreateDirectory(Path.GetFullPath(source.IssuesPath is { Length: > 0 } configured ? configured : Defaults[0], source.ProjectPath));
        return Of(source) ?? throw IssueProblems.Failed(
            source, "The folder of the issues", $"cannot be made: '{Defaults[0]}' is a link that leads out of the project", "Replace the link by a folder.");
    }

    /// <summary>The files <c>7.md</c> and <c>7-any-words.md</c> for the issue 7; letters may differ in case.</summary>
    public IReadOnlyList<string> FilesOf(IssueId id) =>
        [.. Directory.EnumerateFiles(path).Where(file => IsOf(id, file)).Order(StringComparer.Ordinal)];

    /// <summary>Every issue that has a file: those with numbers first, the highest before the others, then the words.</summary>
    public IReadOnlyList<IssueId> Issues() => [.. Directory.EnumerateFiles(path)
        .Where(file => IsMarkdown(file) && !Path.GetFileNameWithoutExtension(file).Equals(ReadMe, StringComparison.OrdinalIgnoreCase))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Select(name => Numbered().Match(name) is { Success: true } id ? id.Value : name)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(IssueId.Parse)
        .OfType<IssueId>()
        .OrderByDescending(NumberOf)
        .ThenBy(id => id.Value, StringComparer.Ordinal)];

    /// <summary>Writes a file for a new issue, under the next number that is free.</summary>
    public async Task<IssueId> AddAsync(string text, CancellationToken cancellationToken)
    {
        for (var number = Issues().Where(id => id.IsNumber).Select(NumberOf).DefaultIfEmpty(0).Max() + 1; ; number++)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            try
            {
                await using var writer = new StreamWriter(new FileStream(Path.Combine(path, name + Extension), FileMode.CreateNew, FileAccess.Write));
                await writer.WriteAsync(text.AsMemory(), cancellationToken);
                return IssueId.Parse(name)!;
            }
            catch (IOException) when (File.Exists(Path.Combine(path, name + Extension)))
            {
                // Somebody else took this number meanwhile.
            }
        }
    }

    /// <summary>The id as the file's name spells it.</summary>
    public IssueId IdOf(FileInfo file, IssueId id) => IssueId.Parse(file.Name[..id.Value.Length]) ?? id;

    /// <summary>Whether the file, or what it links to, is really in this folder.</summary>
    public bool Holds(FileInfo file) => RealPath.IsWithin(RealPath.Of(file.FullName), path);

    private static bool IsOf(IssueId id, string file)
    {
        if (!IsMarkdown(file)) return false;
        var name = Path.GetFileNameWithoutExtension(file);
        if (name.Equals(id.Value, StringComparison.OrdinalIgnoreCase)) return true;

        // INT is no issue just because there is an INT-9.
        return char.IsAsciiDigit(id.Value[^1]) && name.StartsWith($"{id.Value}-", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMarkdown(string file) => Path.GetExtension(file).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    private static long NumberOf(IssueId id) => long.TryParse(id.Value.AsSpan(id.Value.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9]*-)?[0-9]+(?=-|$)")]
    private static partial Regex Numbered();
}
