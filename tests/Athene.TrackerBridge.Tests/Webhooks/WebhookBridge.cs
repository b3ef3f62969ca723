using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;

namespace Athene.TrackerBridge.Tests.Webhooks;

/// <summary>A tracker bridge with projects on two hosts, and the secrets of their webhooks.</summary>
public sealed class WebhookBridge : IAsyncLifetime
{
    public const string Secret = "it's a secret to everybody";

    private const string OtherSecret = "known to acme/other alone";

    private const string Token = "token-of-gitlab";

    private StandIn session = null!;

    public ServiceUnderTest Service { get; private set; } = null!;

    /// <summary>Sends as a host does: without any token of Athene's.</summary>
    public HttpClient Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The embedded sidecar's secret store is the environment of the process that it runs in: this one.
        Environment.SetEnvironmentVariable("GITHUB_WEBHOOK_SECRET", Secret);
        Environment.SetEnvironmentVariable("OTHER_WEBHOOK_SECRET", OtherSecret);
        Environment.SetEnvironmentVariable("GITLAB_WEBHOOK_TOKEN", Token);
        ProjectList projects = new(
        [
            Project("app", new ProjectHostDocument("github", "acme/app")),
            Project("other", new ProjectHostDocument("github", "acme/other", Webhook: new ProjectWebhookDocument(
                Path: "/hooks/other", SecretEnvVar: "OTHER_WEBHOOK_SECRET", SignatureHeader: "X-Sum", EventHeader: "X-What", DeliveryHeader: "X-Which", MaxBodyBytes: 1000))),
            Project("bare", new ProjectHostDocument("github", "acme/bare", Webhook: new ProjectWebhookDocument(Path: "/hooks/bare", SecretEnvVar: "NOBODY_SET_THIS"))),
            Project("off", new ProjectHostDocument("github", "acme/off", Webhook: new ProjectWebhookDocument(Enabled: false, Path: "/hooks/off"))),
            Project("examples", new ProjectHostDocument("github", "Codertocat/Hello-World")),
            Project("lab", new ProjectHostDocument("gitlab", "acme/group/lab")),
        ]);
        session = await StandIn.StartAsync("session", [], app =>
        {
            app.MapGet("/v1/projects", () => projects);
            app.MapGet("/v1/sessions", () => new SessionList([], new SessionListMeta(0)));
        });
        Service = await ServiceUnderTest.StartAsync("tracker-bridge", "Athene.TrackerBridge", [session]);
        Host = new HttpClient { BaseAddress = Service.Http.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        Host.Dispose();
        await Service.DisposeAsync();
        await session.DisposeAsync();
        foreach (var name in (string[])["GITHUB_WEBHOOK_SECRET", "OTHER_WEBHOOK_SECRET", "GITLAB_WEBHOOK_TOKEN"]) Environment.SetEnvironmentVariable(name, null);
    }

    /// <summary>A webhook of GitHub, signed.</summary>
    public Task<HttpResponseMessage> GitHubAsync(string eventName, string body, string? delivery = null, string? signature = null) => SendAsync(
        "/webhooks/github", body, ("X-GitHub-Event", eventName), ("X-GitHub-Delivery", delivery ?? $"{Guid.NewGuid()}"),
        ("X-Hub-Signature-256", signature ?? Sign(body, Secret)));

    /// <summary>The same, at the address and with the headers that its project names.</summary>
    public Task<HttpResponseMessage> OtherAsync(string eventName, string body) => SendAsync(
        "/hooks/other", body, ("X-What", eventName), ("X-Which", $"{Guid.NewGuid()}"), ("X-Sum", Sign(body, OtherSecret)));

    public Task<HttpResponseMessage> GitLabAsync(string body, string? token = Token) => SendAsync(
        "/webhooks/gitlab", body, ("X-Gitlab-Event", "Any Hook"), ("X-Gitlab-Event-UUID", $"{Guid.NewGuid()}"), ("X-Gitlab-Token", token));

    public async Task<HttpResponseMessage> SendAsync(string path, string body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers.Where(header => header.Value is not null)) request.Headers.TryAddWithoutValidation(name, value);
        return await Host.SendAsync(request);
    }

    public static string Sign(string body, string secret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}";

    private static ProjectDocument Project(string id, ProjectHostDocument host) => new(id, id, $"/tmp/{id}", id, "main", host.Repo, "registered") { Host = host };
}
