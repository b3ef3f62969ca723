namespace Athene.Dapr.Conformance.Targets;

/// <summary>The tokens of a sidecar.</summary>
/// <param name="Sidecar">What it asks of its callers.</param>
/// <param name="App">What it sends to its app.</param>
internal sealed record SidecarTokens(string Sidecar, string App);
