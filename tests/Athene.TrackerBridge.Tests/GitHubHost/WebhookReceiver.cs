using System.Security.Cryptography;
using System.Text;

namespace Athene.TrackerBridge.Tests.GitHubHost;

/// <summary>Counts the webhooks whose signature is right.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly TestApp app;
    private int heard;

    private WebhookReceiver(TestApp app) => this.app = app;

    public int Heard => Volatile.Read(ref heard);

    public Uri Address => new($"http://127.0.0.1:{app.Port}/webhooks/github");

    public static async Task<WebhookReceiver> StartAsync(string secret)
    {
        var receiver = new WebhookReceiver(await TestApp.StartAsync());
        receiver.app.Handler = (_, request) =>
        {
            var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), request.Body))}";
            if (request.Headers["X-Hub-Signature-256"] == signature) Interlocked.Increment(ref receiver.heard);
            return Task.CompletedTask;
        };
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
