using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Athene.Hosting.Logging;

/// <summary>Logs as JSON lines on standard output, where the supervisor (or Dapr) collects them.</summary>
internal static class AtheneConsole
{
    // At the bottom of the configuration, so that Logging__LogLevel__… in the environment wins.
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
    };

    public static void AddAtheneConsole(this ILoggingBuilder logging, ConfigurationManager configuration, string service)
    {
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        logging.ClearProviders();

        // The formatter itself says which trace a line belongs to; scopes of the same would repeat it.
        logging.Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.None);
        logging.Services.Configure<JsonLineOptions>(line => line.Service = service);
        logging.AddConsole(console => console.FormatterName = JsonLineFormatter.FormatterName);
        logging.AddConsoleFormatter<JsonLineFormatter, JsonLineOptions>();
    }
}
