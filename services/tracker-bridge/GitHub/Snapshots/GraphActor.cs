using System.Text.Json.Serialization;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Who did something.</summary>
/// <param name="TypeName">User, Bot, Mannequin, …</param>
internal sealed record GraphActor([property: JsonPropertyName("__typename")] string TypeName, string Login);
