namespace Athene.Configuration;

/// <summary>How much Athene says of itself.</summary>
/// <param name="LogLevel">debug, info, warn or error; null: info.</param>
public sealed record ObservabilityConfiguration(string? LogLevel = null, bool Stderr = false);
