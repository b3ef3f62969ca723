using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Athene.Configuration.Yaml;

/// <summary>Turns values that only a plugin understands into JSON.</summary>
internal static class YamlJson
{
    public static JsonNode? From(YamlNode node, YamlReading reading) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            pair => KeyValuePair.Create((pair.Key as YamlScalarNode)?.Value ?? "", From(pair.Value, reading)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(item => From(item, reading))]),
        YamlScalarNode scalar when YamlScalar.IsNull(scalar) => null,
        YamlScalarNode scalar when YamlScalar.AsFlag(scalar) is { } flag => JsonValue.Create(flag),
        YamlScalarNode scalar when YamlScalar.AsInteger(scalar) is { } number => JsonValue.Create(number),
        YamlScalarNode scalar when YamlScalar.AsNumber(scalar) is { } number => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(reading.Expand(scalar)),
        _ => null,
    };
}
