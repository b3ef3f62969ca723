using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Short ways into a YAML document.</summary>
internal static class YamlReading
{
    public static YamlMappingNode? Map(this YamlMappingNode node, string key) => node.Child(key) as YamlMappingNode;

    public static YamlMappingNode Require(this YamlMappingNode node, string key) =>
        node.Map(key) ?? throw new FormatException($"line {node.Start.Line}: '{key}' is missing or not a mapping");

    public static string? Text(this YamlMappingNode node, string key) => (node.Child(key) as YamlScalarNode)?.Value;

    public static string RequireText(this YamlMappingNode node, string key) =>
        node.Text(key) ?? throw new FormatException($"line {node.Start.Line}: '{key}' is missing");

    public static IReadOnlyList<string> Texts(this YamlMappingNode node, string key) =>
        [.. (node.Child(key) as YamlSequenceNode)?.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "") ?? []];

    public static IEnumerable<YamlMappingNode> Items(this YamlMappingNode node, string key) =>
        (node.Child(key) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    public static bool Has(this YamlMappingNode node, string key) => node.Child(key) is not null;

    public static bool Flag(this YamlMappingNode node, string key) => node.Text(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new FormatException($"line {node.Start.Line}: '{key}' is true or false, not '{other}'"),
    };

    public static int? Number(this YamlMappingNode node, string key)
    {
        if (node.Text(key) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"line {node.Start.Line}: '{key}' is a whole number, not '{text}'");
    }

    /// <summary>A mapping of names to texts; empty if it is missing.</summary>
    public static Dictionary<string, string> TextMap(this YamlMappingNode node, string key) =>
        node.Map(key)?.Children.ToDictionary(pair => Name(pair.Key), pair => (pair.Value as YamlScalarNode)?.Value ?? "") ?? [];

    /// <summary>A mapping of names to mappings; empty if it is missing.</summary>
    /// <exception cref="FormatException">Something in it is not a mapping.</exception>
    public static IEnumerable<(string Name, YamlMappingNode Node)> Maps(this YamlMappingNode node, string key) => node.Map(key)?.Children
        .Select(pair => (Name(pair.Key), pair.Value as YamlMappingNode ?? throw new FormatException($"line {pair.Key.Start.Line}: '{Name(pair.Key)}' is not a mapping"))) ?? [];

    /// <exception cref="FormatException">The mapping says something else too; named with its line.</exception>
    public static void AllowOnly(this YamlMappingNode node, string where, params ReadOnlySpan<string> keys)
    {
        foreach (var key in node.Children.Keys)
            if (!keys.Contains(Name(key)))
                throw new FormatException($"line {key.Start.Line}: '{Name(key)}' under {where} is not supported; there may be {string.Join(", ", keys.ToArray())}");
    }

    private static string Name(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";

    private static YamlNode? Child(this YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
