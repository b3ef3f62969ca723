using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Contracts.Json;

namespace Athene.Cli.Output;

/// <summary>Athene's JSON with the documents that only the command line makes; serialisers are made at compile time, for a quick start.</summary>
internal static class CliJson
{
    public static JsonSerializerOptions Options { get; } = Create(AtheneJson.Options);

    public static JsonSerializerOptions Indented { get; } = Create(AtheneJson.Indented);

    private static JsonSerializerOptions Create(JsonSerializerOptions basis) => new(basis)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(CliJsonContext.Default, AtheneJsonContext.Default),
    };
}
