using Athene.Dapr.Benchmarks.Load;
using Athene.Dapr.Benchmarks.Parts;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>Saves and gets of an object of about 100 bytes, 100 keys in turn.</summary>
internal static class StateLoad
{
    private const int Keys = 100;
    private const string Value = """{"name":"an object of about one hundred bytes","count":12345,"tags":["one","two","three"],"done":false}""";

    private static readonly ReadOnlyMemory<byte>[] Saves = [.. Enumerable.Range(0, Keys).Select(key =>
        (ReadOnlyMemory<byte>)HttpConnection.Request("POST", "/v1.0/state/statestore", $$"""[{"key":"key-{{key}}","value":{{Value}}}]"""))];

    private static readonly ReadOnlyMemory<byte>[] Gets = [.. Enumerable.Range(0, Keys).Select(key =>
        (ReadOnlyMemory<byte>)HttpConnection.Request("GET", $"/v1.0/state/statestore/key-{key}"))];

    public static async IAsyncEnumerable<Row> MeasureAsync(BenchmarkedSidecar sidecar)
    {
        yield return Row.Rate("state save, 1 connection", await Runs.MiddleAsync(() => LoadAsync(sidecar, 1, Saves)), 530);
        yield return Row.Rate("state save, 16 connections", await Runs.MiddleAsync(() => LoadAsync(sidecar, 16, Saves)), 1559, "≥ 2,000/s");
        yield return Row.Rate("state get, 1 connection", await Runs.MiddleAsync(() => LoadAsync(sidecar, 1, Gets)), 651);
        yield return Row.Rate("state get, 16 connections", await Runs.MiddleAsync(() => LoadAsync(sidecar, 16, Gets)), 1963, "≥ 10,000/s");
    }

    private static Task<Throughput> LoadAsync(BenchmarkedSidecar sidecar, int callers, ReadOnlyMemory<byte>[] requests) =>
        ClosedLoop.RunAsync(sidecar.HttpPort, callers, (caller, number) => requests[((caller * 7) + number) % Keys]);
}
