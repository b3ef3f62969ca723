using Athene.Dapr.Benchmarks.Load;
using Athene.Dapr.Benchmarks.Parts;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>Calls that go through the sidecar to the app, which answers at once: invocations and actor turns.</summary>
internal static class CallLoad
{
    private static readonly ReadOnlyMemory<byte> Invocation = HttpConnection.Request("POST", $"/v1.0/invoke/{BenchmarkedSidecar.AppId}/method/echo", "{}");

    public static async IAsyncEnumerable<Row> MeasureAsync(BenchmarkedSidecar sidecar)
    {
        yield return Row.Rate("actor method, 1 connection, one actor", await Runs.MiddleAsync(() => ActorsAsync(sidecar, 1)), 325);
        yield return Row.Rate("actor method, 16 connections, 16 actors", await Runs.MiddleAsync(() => ActorsAsync(sidecar, 16)), 960);
        yield return Row.Rate("invoke the own app, 1 connection", await Runs.MiddleAsync(() => InvokeAsync(sidecar, 1)), 224);
        yield return Row.Rate("invoke the own app, 16 connections", await Runs.MiddleAsync(() => InvokeAsync(sidecar, 16)), 595);
    }

    private static Task<Throughput> ActorsAsync(BenchmarkedSidecar sidecar, int actors)
    {
        var calls = Enumerable.Range(0, actors).Select(actor => HttpConnection.Request("PUT", $"/v1.0/actors/Counter/{actor}/method/Ping", "{}")).ToList();
        return ClosedLoop.RunAsync(sidecar.HttpPort, actors, (caller, _) => calls[caller]);
    }

    private static Task<Throughput> InvokeAsync(BenchmarkedSidecar sidecar, int callers) => ClosedLoop.RunAsync(sidecar.HttpPort, callers, (_, _) => Invocation);
}
