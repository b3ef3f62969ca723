using System.Net.Http.Json;
using System.Text;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>What an app does all day. It has to work before, after and in the middle of everything else.</summary>
internal static class UsualRequests
{
    public static async Task ShouldWorkAsync(FuzzHost host, bool withWorkflows)
    {
        var word = Guid.NewGuid().ToString("N");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{host.Ports.HttpPort}"), Timeout = TimeSpan.FromSeconds(30) };
        await Patience.UntilAsync(async () => (await http.GetAsync("/v1.0/healthz")).IsSuccessStatusCode, "the app to be introduced");

        await PostAsync(http, "/v1.0/state/statestore", $$"""[{"key":"{{word}}","value":"{{word}}"}]""");
        (await http.GetFromJsonAsync<string>($"/v1.0/state/statestore/{word}")).ShouldBe(word);

        await PostAsync(http, "/v1.0/publish/pubsub/usual", $"\"{word}\"");
        await Patience.UntilAsync(() => IsHeard(host, word), "a published message to be delivered");

        await PostAsync(http, $"/v1.0/invoke/{SidecarHost.AppId}/method/usual", $"invoked {word}");
        IsHeard(host, $"invoked {word}").ShouldBeTrue();

        if (!withWorkflows) return;
        await PostAsync(http, $"/v1.0/workflows/dapr/Echo/start?instanceID={word}", $"\"{word}\"");
        await Patience.UntilAsync(async () => (await http.GetStringAsync($"/v1.0/workflows/dapr/{word}")).Contains("COMPLETED", StringComparison.Ordinal), "a workflow to complete");
    }

    /// <summary>The same, once everything has ended and the sidecar has begun anew on what was stored; nothing may have been logged as an error.</summary>
    public static async Task ShouldWorkAfterRestartAsync(FuzzHost host)
    {
        await host.WhenQuietAsync();
        await host.StopSidecarAsync();
        await host.StartSidecarAsync();
        await using (var worker = await host.StartWorkerAsync()) await ShouldWorkAsync(host, withWorkflows: true);
        host.Log.Errors.ShouldBeEmpty();
    }

    private static bool IsHeard(FuzzHost host, string text)
    {
        lock (host.Heard) return host.Heard.Any(heard => heard.Contains(text, StringComparison.Ordinal));
    }

    private static async Task PostAsync(HttpClient http, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
