using System.Globalization;
using Athene.Contracts.Hosts;

namespace Athene.Cli.Output;

/// <summary>A line for each host that is not asked at the moment.</summary>
internal static class PausedHosts
{
    /// <param name="zone">The time zone of who reads it.</param>
    public static void Write(TextWriter writer, IReadOnlyList<HostDocument> hosts, TimeZoneInfo zone)
    {
        foreach (var host in hosts)
        {
            if (host.PausedUntil is not { } until) continue;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host.Name}: paused until {TimeZoneInfo.ConvertTime(until, zone):HH:mm}: {host.Reason}"));
        }
    }
}
