using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Athene.Testing.GitHub;

/// <summary>Tells a receiver of every change, signed, one after the other, as GitHub does: once, without repeating what failed.</summary>
public sealed class GitHubWebhooks : IAsyncDisposable
{
    private readonly Channel<GitHubDelivery> waiting = Channel.CreateUnbounded<GitHubDelivery>();
    private readonly ConcurrentQueue<GitHubDelivery> sent = [];
    private readonly HttpClient http = new();
    private readonly Task sending;
    private int pending;

    public GitHubWebhooks() => sending = SendAllAsync();

    /// <summary>Where changes are told; null: nowhere.</summary>
    public Uri? Target { get; set; }

    /// <summary>What deliveries are signed with.</summary>
    public string Secret { get; set; } = "secret-of-the-webhook";

    /// <summary>What was sent, in order, with the receiver's answers.</summary>
    public IReadOnlyList<GitHubDelivery> Deliveries => [.. sent];

    /// <summary>Whether everything that happened so far has been told.</summary>
    public bool IsIdle => Volatile.Read(ref pending) == 0;

    /// <summary>Sends something again under the same delivery id, as a person can ask GitHub to.</summary>
    public void Redeliver(GitHubDelivery delivery) => Enqueue(delivery);

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        Target = null;
        await sending;
        http.Dispose();
    }

    internal void Send(string kind, JsonObject payload)
    {
        if (Target is not null) Enqueue(new GitHubDelivery(Guid.NewGuid().ToString(), kind, payload.ToJsonString()));
    }

    private void Enqueue(GitHubDelivery delivery)
    {
        Interlocked.Increment(ref pending);
        waiting.Writer.TryWrite(delivery);
    }

    private async Task SendAllAsync()
    {
        await foreach (var delivery in waiting.Reader.ReadAllAsync())
        {
            if (Target is { } target) sent.Enqueue(delivery with { Status = await PostAsync(target, delivery) });
            Interlocked.Decrement(ref pending);
        }
    }

    private async Task<HttpStatusCode?> PostAsync(Uri target, GitHubDelivery delivery)
    {
        var body = Encoding.UTF8.GetBytes(delivery.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", delivery.Event);
        request.Headers.Add("X-GitHub-Delivery", delivery.Id);
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}");
        request.Headers.UserAgent.ParseAdd("GitHub-Hookshot/athene");
        try
        {
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The receiver is away: GitHub notes that and goes on.
            return null;
        }
    }
}
