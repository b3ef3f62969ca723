namespace Athene.Configuration.Notifiers;

/// <summary>The list that the web page and <c>athene notifications ls</c> show.</summary>
public sealed record DashboardSettings() : NotifierSettings(PluginNames.Dashboard)
{
    public const int Most = 500;

    /// <summary>How many of the newest it shows; at most <see cref="Most"/>.</summary>
    public int Limit { get; init; } = 50;
}
