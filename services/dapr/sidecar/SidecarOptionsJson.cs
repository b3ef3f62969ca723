using System.Text.Json.Serialization;

namespace Athene.Sidecar;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SidecarOptions))]
internal sealed partial class SidecarOptionsJson : JsonSerializerContext;
