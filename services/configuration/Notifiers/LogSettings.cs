namespace Athene.Configuration.Notifiers;

/// <summary>The notifier's own log.</summary>
public sealed record LogSettings() : NotifierSettings(PluginNames.Log);
