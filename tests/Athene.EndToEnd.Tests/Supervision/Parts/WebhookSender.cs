using System.Security.Cryptography;
using System.Text;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>Somebody who posts to Athene's address for webhooks.</summary>
internal sealed class WebhookSender(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="secret">What it is signed with.</param>
    public async Task<Answer> PostAsync(string body, string secret = SupervisedInstallation.WebhookSecret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", "check_run");
        request.Headers.Add("X-GitHub-Delivery", Guid.NewGuid().ToString());
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes))}");
        using var answer = await http.SendAsync(request);
        return new Answer(answer.StatusCode, null, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
