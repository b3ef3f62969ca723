using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Athene.Hosting.Telemetry;

/// <summary>Exports traces, metrics and logs over OTLP, when the standard <c>OTEL_*</c> variables ask for it.</summary>
internal static class TelemetryDefaults
{
    public static void AddAtheneTelemetry(this WebApplicationBuilder builder, string service)
    {
        // Kept apart, so that nothing of OpenTelemetry is even loaded while nobody asked for it.
        if (TelemetrySignals.From(builder.Configuration) is { Any: true } signals) AddExport(builder, signals, service);
    }

    private static void AddExport(WebApplicationBuilder builder, TelemetrySignals signals, string service)
    {
        // ASP.NET Core leaves the OpenTelemetry attributes off its activities unless told otherwise.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateEmpty()
            .AddService(service, serviceNamespace: "athene", serviceVersion: typeof(TelemetryDefaults).Assembly.GetName().Version?.ToString(3))
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        builder.Services.AddSingleton(signals);
        builder.Services.AddSingleton(resource);
        builder.Services.AddHostedService<TelemetryExport>();
        if (!signals.Logs) return;
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
            logs.SetResourceBuilder(resource).AddOtlpExporter();
        });
    }
}
