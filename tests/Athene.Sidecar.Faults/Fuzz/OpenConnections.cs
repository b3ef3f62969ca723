using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>How many connections each port of this process has, by the web server's own meter. A connection stays counted until its last request has ended.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly ConcurrentDictionary<int, long> counts = [];
    private readonly MeterListener listener = new();

    public OpenConnections()
    {
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Name == "kestrel.active_connections") meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (var (name, value) in tags)
                if (name == "server.port" && value is int port) counts.AddOrUpdate(port, change, (_, count) => count + change);
        });
        listener.Start();
    }

    public long Of(int port) => counts.GetValueOrDefault(port);

    public void Dispose() => listener.Dispose();
}
