using System.Diagnostics;

namespace Athene.Dapr.Benchmarks.Load;

/// <summary>Callers that each send the next request when the answer to the last is there.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(6);

    /// <param name="request">The request of a caller (from 0) with a running number.</param>
    public static async Task<Throughput> RunAsync(int port, int callers, Func<int, int, ReadOnlyMemory<byte>> request)
    {
        await RunAsync(port, callers, request, WarmUp);
        return await RunAsync(port, callers, request, Length);
    }

    /// <summary>One run without a warm-up; says how many were answered.</summary>
    public static async Task<int> RunOnceAsync(int port, int callers, Func<int, int, ReadOnlyMemory<byte>> request)
    {
        var answered = await Task.WhenAll(Callers(port, callers, request, Length));
        return answered.Sum(own => own.Count);
    }

    private static async Task<Throughput> RunAsync(int port, int callers, Func<int, int, ReadOnlyMemory<byte>> request, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Callers(port, callers, request, length));
        return Throughput.Of([.. latencies.SelectMany(own => own)], Stopwatch.GetElapsedTime(start));
    }

    private static IEnumerable<Task<List<TimeSpan>>> Callers(int port, int callers, Func<int, int, ReadOnlyMemory<byte>> request, TimeSpan length) =>
        Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var start = Stopwatch.GetTimestamp();
            using var connection = await HttpConnection.OpenAsync(port);
            List<TimeSpan> latencies = [];
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var sent = Stopwatch.GetTimestamp();
                await connection.ExchangeAsync(request(caller, latencies.Count));
                latencies.Add(Stopwatch.GetElapsedTime(sent));
            }

            return latencies;
        }));
}
