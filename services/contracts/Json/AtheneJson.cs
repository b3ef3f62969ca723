using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Athene.Contracts.Json;

/// <summary>The one way in which Athene writes and reads JSON: camelCase members, snake_case words.</summary>
public static class AtheneJson
{
    public static JsonSerializerOptions Options { get; } = Create(writeIndented: false);

    /// <summary>The same, for people to read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(writeIndented: true);

    private static JsonSerializerOptions Create(bool writeIndented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = writeIndented,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new SnakeCaseEnumConverter() },
            TypeInfoResolver = JsonTypeInfoResolver.Combine(AtheneJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}
