using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>The value of an argument, once the variables are known.</summary>
internal delegate JsonNode? GraphValue(JsonObject variables);
