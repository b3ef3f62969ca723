using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>What the web servers of this process are busy with, by their own meters.</summary>
internal sealed class ServerActivity : IDisposable
{
    private const string RequestsMeter = "http.server.active_requests";
    private const string ConnectionsMeter = "kestrel.active_connections";

    private readonly ConcurrentDictionary<int, long> connections = [];
    private readonly MeterListener listener = new();
    private long requests;

    public ServerActivity()
    {
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Name is RequestsMeter or ConnectionsMeter) meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(Add);
        listener.Start();
    }

    /// <summary>Requests that have begun and not ended, of all servers.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Open connections to one port.</summary>
    public long ConnectionsTo(int port) => connections.GetValueOrDefault(port);

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, long change, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == RequestsMeter)
        {
            Interlocked.Add(ref requests, change);
            return;
        }

        foreach (var (name, value) in tags)
            if (name == "server.port" && value is int port) connections.AddOrUpdate(port, change, (_, count) => count + change);
    }
}
