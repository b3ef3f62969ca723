using System.Diagnostics;
using Athene.Dapr.Benchmarks.Load;
using Athene.Dapr.Benchmarks.Parts;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>A small JSON object, from the call that publishes it to its arrival at the app.</summary>
internal sealed class PublishLoad(BenchmarkedSidecar sidecar, BenchmarkedApp app)
{
    private const int Publishers = 16;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private int last;

    public async IAsyncEnumerable<Row> MeasureAsync()
    {
        var latencies = await TrickleAsync(200);
        yield return Row.Time("publish to delivered, 20 messages/s, p50", latencies[latencies.Count / 2], 5.2);
        yield return Row.Time("publish to delivered, 20 messages/s, p99", latencies[latencies.Count * 99 / 100], 13.7);
        List<(double Accepted, double Delivered)> floods = [];
        while (floods.Count < 3) floods.Add(await FloodAsync());
        var (accepted, delivered) = floods.OrderBy(flood => flood.Delivered).ElementAt(1);
        yield return Row.Rate($"publish, {Publishers} publishers: accepted", accepted, 814);
        yield return Row.Rate("the same: delivered to the app, until the last one", delivered, 634, "≥ 3,000/s");
    }

    private async Task<List<TimeSpan>> TrickleAsync(int count)
    {
        using var connection = await HttpConnection.OpenAsync(sidecar.HttpPort);
        using var timer = new PeriodicTimer(Interval);
        Dictionary<int, long> sent = [];
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync();
            sent[++last] = Stopwatch.GetTimestamp();
            await connection.ExchangeAsync(Message(last));
        }

        while (!sent.Keys.All(app.Arrivals.ContainsKey)) await Task.Delay(1);
        return [.. sent.Select(item => Stopwatch.GetElapsedTime(item.Value, app.Arrivals[item.Key])).Order()];
    }

    private async Task<(double Accepted, double Delivered)> FloodAsync()
    {
        var (before, start) = (app.Delivered, Stopwatch.GetTimestamp());
        var published = await ClosedLoop.RunOnceAsync(sidecar.HttpPort, Publishers, (_, _) => Message(Interlocked.Increment(ref last)));
        var accepted = Stopwatch.GetElapsedTime(start);
        while (app.Delivered - before < published) await Task.Delay(1);
        return (published / accepted.TotalSeconds, published / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static ReadOnlyMemory<byte> Message(int number) => HttpConnection.Request("POST", "/v1.0/publish/pubsub/orders", $$"""{"number":{{number}}}""");
}
