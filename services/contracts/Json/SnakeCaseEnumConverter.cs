using System.Text.Json;
using System.Text.Json.Serialization;

namespace Athene.Contracts.Json;

/// <summary>Writes enum words as the spec spells them: <c>needs_input</c>, <c>manually_killed</c>.</summary>
public sealed class SnakeCaseEnumConverter() : JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
