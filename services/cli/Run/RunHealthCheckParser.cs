using Athene.Configuration.Yaml;

namespace Athene.Cli.Run;

/// <summary>Reads an app's health check: the app's own words first, then those of the common part, then Dapr's defaults.</summary>
internal static class RunHealthCheckParser
{
    private const int IntervalSeconds = 5;
    private const int TimeoutMilliseconds = 500;
    private const int Threshold = 3;

    /// <summary>Null when neither switches it on; as in Dapr, a <c>false</c> in the app does not take back a <c>true</c> of the common part.</summary>
    public static RunHealthCheck? Read(YamlSection app, YamlSection? common)
    {
        if (app.Flag("enableAppHealthCheck") != true && common?.Flag("enableAppHealthCheck") != true) return null;
        return new RunHealthCheck(
            app.Text("appHealthCheckPath") ?? common?.Text("appHealthCheckPath") ?? "/healthz",
            TimeSpan.FromSeconds(Number("appHealthProbeInterval") ?? IntervalSeconds),
            TimeSpan.FromMilliseconds(Number("appHealthProbeTimeout") ?? TimeoutMilliseconds),
            Number("appHealthThreshold") ?? Threshold);

        int? Number(string key) => app.Number(key, least: 1) ?? common?.Number(key, least: 1);
    }
}
