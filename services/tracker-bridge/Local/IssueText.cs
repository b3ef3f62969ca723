using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.TrackerBridge.Local;

/// <summary>What a Markdown file says of an issue: optional YAML front matter, then the text.</summary>
public sealed record IssueText(string? Title, string Body, bool IsClosed, string? Author, string? Branch, IReadOnlyList<string>? Labels)
{
    private const string Fence = "---";

    /// <summary>Reads <paramref name="text"/>; null when its front matter is not valid YAML. Keys that mean nothing here are left alone.</summary>
    public static IssueText? Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        if (ReadFrontMatter(end < 0 ? "" : string.Join('\n', lines[1..end])) is not { } keys) return null;

        var (heading, body) = SplitHeading(lines[(end + 1)..]);
        var title = Text(keys, "title");
        return new IssueText(
            title ?? heading,
            (title is null || title == heading ? string.Join('\n', body) : string.Join('\n', lines[(end + 1)..])).Trim(),
            string.Equals(Text(keys, "state"), "closed", StringComparison.OrdinalIgnoreCase),
            Text(keys, "author"),
            Text(keys, "branch"),
            ReadLabels(keys));
    }

    private static YamlMappingNode? ReadFrontMatter(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException)
        {
            return null;
        }

        return stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode as YamlMappingNode;
    }

    /// <summary>Takes a heading off the top: it is the title.</summary>
    private static (string? Heading, string[] Body) SplitHeading(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0 || !lines[first].StartsWith("# ", StringComparison.Ordinal)) return (null, lines);
        return (lines[first][2..].Trim().TrimEnd('#').TrimEnd(), lines[(first + 1)..]);
    }

    private static string? Text(YamlMappingNode keys, string name) =>
        keys.Children.TryGetValue(new YamlScalarNode(name), out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value.Trim() : null;

    private static string[]? ReadLabels(YamlMappingNode keys) =>
        keys.Children.TryGetValue(new YamlScalarNode("labels"), out var value) ? value switch
        {
            YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(label => label.Value ?? "").Where(label => label.Length > 0)],
            YamlScalarNode text => (text.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => null,
        } : null;
}
