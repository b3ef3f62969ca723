using System.Net;
using System.Text;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>
/// The session service's own documents, through the state API of its sidecar: for records that no operation would ever write.
/// The token of the run stands nowhere but in the environment of the service's process.
/// </summary>
internal sealed class StateStore(Installation athene)
{
    private const string Path = "v1.0/state/statestore";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task<string?> ReadAsync(string key)
    {
        using var response = await SendAsync(HttpMethod.Get, $"{Path}/{key}", null);
        return response.StatusCode is HttpStatusCode.NoContent ? null : await response.Content.ReadAsStringAsync();
    }

    /// <summary>Stores a text that is valid JSON, but need not be a record.</summary>
    public async Task WriteAsync(string key, string json)
    {
        using var response = await SendAsync(HttpMethod.Post, Path, $$"""[{ "key": "{{key}}", "value": {{json}} }]""");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        var session = athene.Running()!.App("session");
        using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{session.DaprHttpPort}/{path}");
        request.Headers.Add("dapr-api-token", await VariableAsync(session.Pid, "DAPR_API_TOKEN"));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {response.StatusCode}");
        return response;
    }

    private static async Task<string> VariableAsync(int pid, string name)
    {
        var variables = (await File.ReadAllTextAsync($"/proc/{pid}/environ")).Split('\0');
        return variables.Single(variable => variable.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
    }
}
