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

    private static YamlNode? Child(this YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
