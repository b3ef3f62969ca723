using System.Text.Json.Serialization;

namespace Athene.Sidecar.PubSub;

[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MessageJson : JsonSerializerContext;
