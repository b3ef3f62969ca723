using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.TrackerBridge.Local;

/// <summary>A Markdown file's text, and the YAML between <c>---</c> at its head, which may be missing. Pure.</summary>
/// <param name="Keys">What the YAML says.</param>
/// <param name="Yaml">Its lines, without the fences.</param>
/// <param name="Text">The lines after it.</param>
internal sealed record FrontMatter(YamlMappingNode Keys, IReadOnlyList<string> Yaml, IReadOnlyList<string> Text)
{
    private const string Fence = "---";

    /// <summary>Null when the YAML is not valid, or holds no keys and values.</summary>
    public static FrontMatter? Of(string file)
    {
        var lines = file.Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        var yaml = end < 0 ? [] : lines[1..end];
        return Read(string.Join('\n', yaml)) is { } keys ? new FrontMatter(keys, yaml, lines[(end + 1)..]) : null;
    }

    /// <summary>The same with another value for a key, in place of what it had. Every other line stays as it is.</summary>
    /// <param name="value">As YAML, on one line.</param>
    public FrontMatter With(string key, string value)
    {
        var line = $"{key}: {value}";
        var (from, to) = LinesOf(key);
        return Of(string.Join('\n', [Fence, .. Yaml.Take(from), line, .. Yaml.Skip(to), Fence, .. Text]))
            ?? throw new InvalidOperationException($"'{line}' is not valid YAML.");
    }

    public string? Value(string key) =>
        Keys.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value.Trim() : null;

    /// <summary>A list, or words with commas between; null when the key is not there.</summary>
    public IReadOnlyList<string>? Values(string key) => Keys.Children.TryGetValue(new YamlScalarNode(key), out var value)
        ? value switch
        {
            YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(item => item.Value ?? "").Where(item => item.Length > 0)],
            YamlScalarNode text => (text.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => null,
        }
        : null;

    public override string ToString() => Yaml.Count == 0 ? string.Join('\n', Text) : string.Join('\n', [Fence, .. Yaml, Fence, .. Text]);

    // A value may go over several lines: it ends where the next key begins, and comments before that are that key's.
    private (int From, int To) LinesOf(string key)
    {
        var starts = Keys.Children.Keys.Select(node => (int)node.Start.Line - 1).Order().ToArray();
        if (Keys.Children.Keys.FirstOrDefault(node => node is YamlScalarNode scalar && scalar.Value == key) is not { } known) return (Yaml.Count, Yaml.Count);
        var from = (int)known.Start.Line - 1;
        var to = starts.Where(start => start > from).DefaultIfEmpty(Yaml.Count).First();
        while (to > from + 1 && (string.IsNullOrWhiteSpace(Yaml[to - 1]) || Yaml[to - 1].StartsWith('#'))) to--;
        return (from, to);
    }

    private static YamlMappingNode? Read(string yaml)
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
}
