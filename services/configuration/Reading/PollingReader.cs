using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads how often pull requests are read.</summary>
internal static class PollingReader
{
    private const int LeastSeconds = 5;

    public static PollingConfiguration Read(YamlSection? section)
    {
        var defaults = new PollingConfiguration();
        if (section is null) return defaults;
        var polling = new PollingConfiguration
        {
            Busy = Seconds(section, "busySeconds") ?? defaults.Busy,
            Quiet = Seconds(section, "quietSeconds") ?? defaults.Quiet,
            Reconcile = Seconds(section, "reconcileSeconds") ?? defaults.Reconcile,
        };
        if (polling.Quiet < polling.Busy) section.Report("quietSeconds", $"must be at least busySeconds ({polling.Busy.TotalSeconds})");
        section.Close();
        return polling;
    }

    private static TimeSpan? Seconds(YamlSection section, string key) =>
        section.Number(key, LeastSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
