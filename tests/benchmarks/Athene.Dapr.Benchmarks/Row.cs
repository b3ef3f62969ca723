using Athene.Dapr.Benchmarks.Load;

namespace Athene.Dapr.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Dapr">What a real Dapr with Redis did on a machine of the same kind, as recorded; null where there is no figure.</param>
/// <param name="Factor">How many times as good as that; null where there is no figure.</param>
internal sealed record Row(string What, string Figure, string? Dapr = null, double? Factor = null, string Aim = "")
{
    public static Row Rate(string what, Throughput measured, double? dapr = null, string aim = "") => new(
        what, $"{measured.PerSecond:N0}/s, p50 {measured.Median.TotalMilliseconds:0.00} ms, p99 {measured.Percentile99.TotalMilliseconds:0.0} ms",
        dapr is null ? null : $"{dapr:N0}/s", measured.PerSecond / dapr, aim);

    public static Row Rate(string what, double perSecond, double? dapr = null, string aim = "") => new(
        what, $"{perSecond:N0}/s", dapr is null ? null : $"{dapr:N0}/s", perSecond / dapr, aim);

    public static Row Time(string what, TimeSpan time, double? daprMilliseconds = null, string aim = "") => new(
        what, $"{time.TotalMilliseconds:0.0} ms", daprMilliseconds is null ? null : $"{daprMilliseconds:0.0} ms", daprMilliseconds / time.TotalMilliseconds, aim);

    public static Row Memory(string what, long mebibytes, long? dapr = null, string aim = "") => new(
        what, $"{mebibytes} MiB", dapr is null ? null : $"{dapr} MiB", (double?)dapr / mebibytes, aim);

    public override string ToString() => $"| {What} | {Figure} | {Dapr ?? "–"} | {(Factor is { } times ? $"{times:0.0} ×" : "–")} | {Aim} |";
}
