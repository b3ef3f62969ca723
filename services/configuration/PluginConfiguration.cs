namespace Athene.Configuration;

/// <summary>A plugin of the reference. Athene reads the entry and runs nothing of it.</summary>
public sealed record PluginConfiguration(
    string? Name, string? Source = null, string? Package = null, string? Version = null, string? Path = null, bool Enabled = true);
