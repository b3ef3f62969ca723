using System.Globalization;
using Athene.Cli.Commands;
using Athene.Contracts.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.Cli.Run;

/// <summary>A mapping of a YAML file that knows where each of its keys stands.</summary>
internal sealed class YamlSection
{
    private const int NearEnough = 3;

    private readonly string file;
    private readonly YamlMappingNode node;

    private YamlSection(string file, YamlMappingNode node)
    {
        this.file = file;
        this.node = node;
    }

    public static YamlSection Root(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw Error(file, error.Start, $"is not YAML: {error.Message}");
        }

        return stream.Documents is [var document, ..] && document.RootNode is YamlMappingNode root
            ? new YamlSection(file, root)
            : throw Error(file, Mark.Empty, "must be a mapping with version and apps");
    }

    public void AllowOnly(IReadOnlyCollection<string> keys)
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (keys.Contains(key.Value)) continue;
            var near = keys.Select(known => (known, Distance: EditDistance.Between(known, key.Value ?? ""))).MinBy(pair => pair.Distance);
            throw Error(file, key.Start, $"has an unknown key '{key.Value}'{(near.Distance <= NearEnough ? $"; did you mean '{near.known}'?" : "")}");
        }
    }

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        _ => throw Error(key, "must be text"),
    };

    public int? Integer(string key) => Text(key) switch
    {
        null => null,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Error(key, "must be a whole number"),
    };

    public int? Port(string key) => Integer(key) switch
    {
        null => null,
        var port and > 0 and <= 65535 => port,
        _ => throw Error(key, "must be a port, 1 to 65535"),
    };

    public IReadOnlyList<string> Texts(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(item => item is YamlScalarNode { Value: { } value } ? value : throw Error(file, item.Start, $"has something in {key} that is not text"))],
        _ => throw Error(key, "must be a list"),
    };

    public IReadOnlyDictionary<string, string> Map(string key) => Node(key) switch
    {
        null => new Dictionary<string, string>(),
        YamlMappingNode map => map.Children.ToDictionary(
            pair => ((YamlScalarNode)pair.Key).Value!,
            pair => pair.Value is YamlScalarNode { Value: { } value } ? value : throw Error(file, pair.Value.Start, $"has something in {key} that is not text")),
        _ => throw Error(key, "must be a mapping"),
    };

    public YamlSection? Section(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlSection(file, map),
        _ => throw Error(key, "must be a mapping"),
    };

    public IEnumerable<YamlSection> Sections(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(item => item is YamlMappingNode map ? new YamlSection(file, map) : throw Error(file, item.Start, $"has something in {key} that is not a mapping")),
        _ => throw Error(key, "must be a list"),
    };

    /// <summary>What is wrong with <paramref name="key"/>, at its line, or at this section's when it is missing.</summary>
    public AtheneException Error(string key, string what) => Error(file, Node(key)?.Start ?? node.Start, $"'{key}' {what}");

    private YamlNode? Node(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static AtheneException Error(string file, Mark at, string what) =>
        Problems.Configuration($"{file}({at.Line},{at.Column}): {what}.", $"Correct line {at.Line} of {file}.");
}
