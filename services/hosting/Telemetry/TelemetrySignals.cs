using Microsoft.Extensions.Configuration;

namespace Athene.Hosting.Telemetry;

/// <summary>Which signals leave the process, as the OpenTelemetry specification reads its environment variables.</summary>
public sealed record TelemetrySignals(bool Traces, bool Metrics, bool Logs)
{
    public bool Any => Traces || Metrics || Logs;

    public static TelemetrySignals From(IConfiguration configuration) =>
        string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
            ? new TelemetrySignals(false, false, false)
            : new TelemetrySignals(Asked(configuration, "TRACES"), Asked(configuration, "METRICS"), Asked(configuration, "LOGS"));

    // Without any address nothing is exported: a service that runs alone has no collector beside it.
    private static bool Asked(IConfiguration configuration, string signal) => configuration[$"OTEL_{signal}_EXPORTER"] switch
    {
        "none" => false,
        "otlp" => true,
        _ => !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
            || !string.IsNullOrWhiteSpace(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]),
    };
}
