using System.Text.Json.Nodes;

namespace Athene.Configuration;

/// <summary>A way to tell people something.</summary>
/// <param name="Plugin">What kind it is: log, desktop…; null: its own name.</param>
/// <param name="Settings">The keys that only that kind understands.</param>
public sealed record NotifierConfiguration(string? Plugin, JsonObject Settings);
