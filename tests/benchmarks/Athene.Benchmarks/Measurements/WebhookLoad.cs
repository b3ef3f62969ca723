using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>Signed webhooks, one after the other on several connections, each answered when it is stored durably.</summary>
internal static class WebhookLoad
{
    public const string SecretVariable = "GITHUB_WEBHOOK_SECRET";

    public const string Secret = "secret-of-the-benchmark";

    private const string Project = "webhooks";

    private const string Repository = "acme/webhooks";

    private const int Callers = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene)
    {
        await Machine.Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project, Repository);
        using var host = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{athene.PortOf("tracker-bridge")}/") };
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

    private static async Task<List<TimeSpan>> RunAsync(HttpClient host, TimeSpan length)
    {
        var times = new ConcurrentBag<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var sent = Stopwatch.GetTimestamp();
                await SendAsync(host);
                times.Add(Stopwatch.GetElapsedTime(sent));
            }
        }));
        return [.. times.Order()];
    }

    private static async Task SendAsync(HttpClient host)
    {
        var number = Random.Shared.Next(1, 100);
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"action":"completed","repository":{"full_name":"{{{Repository}}}"},"check_run":{"status":"completed","head_sha":"{{{number:x40}}}","pull_requests":[{"number":{{{number}}}}]}}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/github") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-GitHub-Event", "check_run");
        request.Headers.Add("X-GitHub-Delivery", $"{Guid.NewGuid()}");
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}");
        using var answer = await host.SendAsync(request);
        if (answer.StatusCode is not HttpStatusCode.Accepted) throw new InvalidOperationException($"A webhook was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
