using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Messages;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>The public API of the session service, with the bearer token of the home. Waits for a service that is being restarted.</summary>
internal sealed class SessionApi : IDisposable
{
    private readonly HttpClient http;

    public SessionApi(int port, string token)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}/"),
            Timeout = TimeSpan.FromMinutes(2),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    /// <summary>Asks for the project's orchestrator, and waits for it.</summary>
    public Task<Answer> EnsureAsync(string project, string? agent = null) =>
        SendAsync(HttpMethod.Put, $"v1/projects/{project}/orchestrator", new OrchestratorRequest(agent));

    public async Task<SessionDocument> EnsuredAsync(string project, string? agent = null) => (await EnsureAsync(project, agent)).As<SessionDocument>();

    public Task<Answer> RelaunchAsync(string project, string? agent = null) =>
        PostAsync($"v1/projects/{project}/orchestrator/relaunch", new OrchestratorRequest(agent));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Asks for a spawn and waits for its end.</summary>
    public Task<Answer> SpawnAsync(string project, SpawnRequest request, params (string Name, string Value)[] headers) =>
        PostAsync($"v1/projects/{project}/sessions", request, [("Prefer", "wait=60"), .. headers]);

    public async Task<SessionDocument> SpawnedAsync(string project, SpawnRequest request) =>
        (await SpawnAsync(project, request)).As<SessionDocument>(HttpStatusCode.Created);

    /// <summary>Asks for a spawn and does not wait.</summary>
    public async Task<OperationDocument> BeginSpawnAsync(string project, SpawnRequest request) =>
        (await PostAsync($"v1/projects/{project}/sessions", request)).As<OperationDocument>(HttpStatusCode.Accepted);

    public Task<OperationDocument> EndOfAsync(string operationId) => Within.GetAsync(
        async () =>
        {
            var answer = await GetAsync($"v1/operations/{operationId}");
            return answer.Status is HttpStatusCode.OK && answer.As<OperationDocument>() is { IsOver: true } ended ? ended : null;
        },
        $"operation {operationId} ended");

    public async Task<IReadOnlyList<SessionDocument>> ListAsync(string? project = null, bool all = false) =>
        (await GetAsync(WithQuery("v1/sessions", ("project", project), ("all", all ? "true" : null)))).As<SessionList>().Data;

    public async Task<SessionDocument> SessionAsync(string id) => (await GetAsync($"v1/sessions/{id}")).As<SessionDocument>();

    public async Task<SessionDocument> SessionWhenAsync(string id, Func<SessionDocument, bool> condition, string what)
    {
        SessionDocument? last = null;
        return await Within.GetAsync(async () => condition(last = await SessionAsync(id)) ? last : null, $"session {id} {what}");
    }

    public async Task<string> OutputAsync(string id) => (await GetAsync($"v1/sessions/{id}/output?lines=1000")).As<OutputDocument>().Text;

    public async Task<KillResult> KilledAsync(string id, KillRequest? request = null) =>
        (await PostAsync($"v1/sessions/{id}/kill", request ?? new KillRequest())).As<KillResult>();

    /// <summary>Asks for a restore and waits for its end.</summary>
    public Task<Answer> TryRestoreAsync(string id) => PostAsync($"v1/sessions/{id}/restore");

    public async Task<SessionDocument> RestoredAsync(string id) => (await TryRestoreAsync(id)).As<SessionDocument>();

    public async Task<MessageDocument> SentAsync(string id, string text, string? messageId = null) =>
        (await PostAsync($"v1/sessions/{id}/messages", new MessageRequest(text, messageId), ("Prefer", "wait=30"))).As<MessageDocument>(HttpStatusCode.Accepted);

    public async Task<IReadOnlyList<EventDocument>> EventsAsync(string? session = null, string? project = null, string? kind = null) =>
        [.. (await GetAsync(WithQuery("v1/events", ("session", session), ("kind", kind)))).As<EventList>().Data.Where(happened => project is null || happened.ProjectId == project)];

    public async Task<ProjectDocument> AddProjectAsync(string path, string id, string prefix, string? repo = null) =>
        (await PostAsync("v1/projects", new ProjectRequest(path, id, prefix, repo))).As<ProjectDocument>(HttpStatusCode.Created);

    public void Dispose() => http.Dispose();

    private static string WithQuery(string path, params (string Name, string? Value)[] query) =>
        $"{path}?{string.Join('&', query.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"))}";

    // A request that never reached the service did nothing. Reading and killing may be repeated in any case.
    private static bool MayRepeat(HttpRequestException broken, HttpMethod method, string path) =>
        broken.HttpRequestError is HttpRequestError.ConnectionError || method == HttpMethod.Get || method == HttpMethod.Put || path.EndsWith("/kill", StringComparison.Ordinal);

    private Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) => Within.GetAsync(
        async () =>
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, AtheneJson.Options), Encoding.UTF8, "application/json");
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            try
            {
                using var response = await http.SendAsync(request);
                return new Answer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException broken) when (MayRepeat(broken, method, path))
            {
                // The service is being restarted.
                return null;
            }
        },
        $"the session service took {method} {path}");
}
