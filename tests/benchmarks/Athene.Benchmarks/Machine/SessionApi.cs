using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Athene.Benchmarks.Machine;

/// <summary>The session service over HTTP, on a warm connection.</summary>
internal sealed class SessionApi : IDisposable
{
    private readonly HttpClient http;

    public SessionApi(int port, string token)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Whether the service takes the token: each home has its own.</summary>
    public async Task<bool> IsOursAsync()
    {
        using var answer = await http.GetAsync("v1/sessions");
        return answer.IsSuccessStatusCode;
    }

    public async Task AddProjectAsync(string path, string id, string? repo = null)
    {
        using var answer = await http.PostAsJsonAsync("v1/projects", new { path, id, prefix = id, repo });
        await RequireAsync(answer, HttpStatusCode.Created);
    }

    /// <summary>A whole spawn: the answer comes when the agent runs. Its id.</summary>
    public async Task<string> SpawnAsync(string project, string agent = Installation.Agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/projects/{project}/sessions");
        request.Headers.Add("Prefer", "wait=30");
        request.Content = JsonContent.Create(new { agent });
        using var answer = await http.SendAsync(request);
        await RequireAsync(answer, HttpStatusCode.Created);
        using var session = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return session.RootElement.GetProperty("id").GetString()!;
    }

    public async Task KillAsync(string session)
    {
        using var answer = await http.PostAsJsonAsync($"v1/sessions/{session}/kill", new { });
        await RequireAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>A whole restore: the answer comes when the agent runs.</summary>
    public async Task RestoreAsync(string session)
    {
        using var answer = await http.PostAsync($"v1/sessions/{session}/restore", null);
        await RequireAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>A message until it is submitted.</summary>
    public async Task SendAsync(string session, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/sessions/{session}/messages");
        request.Headers.Add("Prefer", "wait=30");
        request.Content = JsonContent.Create(new { text });
        using var answer = await http.SendAsync(request);
        await RequireAsync(answer, HttpStatusCode.Accepted);
        using var message = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        if (message.RootElement.GetProperty("state").GetString() is var state and not ("submitted" or "accepted" or "unconfirmed"))
            throw new InvalidOperationException($"The message was {state}.");
    }

    /// <summary>The session's document.</summary>
    public async Task<JsonElement> GetAsync(string session)
    {
        using var answer = await http.GetAsync($"v1/sessions/{session}");
        await RequireAsync(answer, HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>How many sessions there are.</summary>
    public async Task<int> ListAsync()
    {
        using var answer = await http.GetAsync("v1/sessions");
        await RequireAsync(answer, HttpStatusCode.OK);
        using var list = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return list.RootElement.GetProperty("data").GetArrayLength();
    }

    public void Dispose() => http.Dispose();

    private static async Task RequireAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        if (answer.StatusCode != expected)
            throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
