using System.Collections.Concurrent;
using System.Diagnostics;
using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>Signed webhooks, one after the other on several connections, each answered when it is stored durably.</summary>
internal static class WebhookLoad
{
    private const string Project = "webhooks";

    private const string Repository = "acme/webhooks";

    private const int Callers = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene)
    {
        await Machine.Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project, Repository);
        using var host = new WebhookClient(athene.PortOf("tracker-bridge"));
        await host.UntilOpenAsync(Repository);
        await RunAsync(host, WarmUp);
        var start = Stopwatch.GetTimestamp();
        var times = await RunAsync(host, Length);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return
        [
            new Result($"webhooks taken, {Callers} at once", $"{times.Count / elapsed.TotalSeconds:N0}/s"),
            new Result("webhook until answered, half of them", $"{times[times.Count / 2].TotalMilliseconds:0.0} ms"),
            new Result("webhook until answered, 99 %", $"{times[times.Count * 99 / 100].TotalMilliseconds:0.0} ms", Aim: "≤ 1 s"),
        ];
    }

    private static async Task<List<TimeSpan>> RunAsync(WebhookClient host, TimeSpan length)
    {
        var times = new ConcurrentBag<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var sent = Stopwatch.GetTimestamp();
                await ReportAsync(host);
                times.Add(Stopwatch.GetElapsedTime(sent));
            }
        }));
        return [.. times.Order()];
    }

    private static Task ReportAsync(WebhookClient host)
    {
        var number = Random.Shared.Next(1, 100);
        return host.ReportAsync(Repository, number, $"{number:x40}");
    }
}
