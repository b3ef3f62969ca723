using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Athene.Benchmarks.Machine;

/// <summary>Reports like GitHub that checks have ended, signed.</summary>
internal sealed class WebhookClient(int port) : IDisposable
{
    public const string SecretVariable = "GITHUB_WEBHOOK_SECRET";

    public const string Secret = "secret-of-the-benchmark";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

    /// <summary>Ends when the webhook was taken.</summary>
    public async Task ReportAsync(string repo, int number, string head)
    {
        using var answer = await PostAsync(repo, number, head);
        if (answer.StatusCode is not HttpStatusCode.Accepted) throw new InvalidOperationException($"A webhook was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Ends when webhooks are taken at all: a project that was just added is not known everywhere at once.</summary>
    public async Task UntilOpenAsync(string repo)
    {
        while (true)
        {
            using var answer = await PostAsync(repo, 1, "");
            if (answer.StatusCode is not HttpStatusCode.NotFound) return;
            await Task.Delay(BetweenTries);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string repo, int number, string head)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"action":"completed","repository":{"full_name":"{{{repo}}}"},"check_run":{"status":"completed","head_sha":"{{{head}}}","pull_requests":[{"number":{{{number}}}}]}}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/github") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-GitHub-Event", "check_run");
        request.Headers.Add("X-GitHub-Delivery", $"{Guid.NewGuid()}");
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}");
        return await http.SendAsync(request);
    }
}
