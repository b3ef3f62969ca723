using System.Globalization;
using Athene.Cli.Supervision;

namespace Athene.Cli.Output;

/// <summary>Services as lines of text.</summary>
internal static class ServiceTable
{
    private const int HealthColumn = 1;

    public static void Write(TextWriter writer, IReadOnlyList<RunningService> services, Style style)
    {
        var table = new TextTable("SERVICE", "HEALTH", "PID", "PORT", "RESTARTS")
        {
            StyleOf = (row, column, text) => column != HealthColumn ? text : services[row].Healthy ? style.Good(text) : style.Bad(text),
        };
        foreach (var service in services)
        {
            table.Add(service.AppId, service.Healthy ? "healthy" : "unhealthy", Number(service.Pid), Number(service.Port), Number(service.Restarts));
        }

        table.Write(writer);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
