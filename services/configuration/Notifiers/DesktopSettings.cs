namespace Athene.Configuration.Notifiers;

/// <summary>A bubble on the desktop that the service runs on.</summary>
public sealed record DesktopSettings() : NotifierSettings(PluginNames.Desktop)
{
    /// <summary>Whether urgent ones may make a sound.</summary>
    public bool Sound { get; init; } = true;
}
