using System.Net;
using System.Text;

namespace Athene.Sidecar.Tests.Actors;

/// <summary>Short words for what an app asks of its sidecar about actors.</summary>
internal static class ActorTestHost
{
    public const string Config = """{"entities":["T"]}""";

    public static Task<HttpResponseMessage> CallAsync(this HttpClient http, string actor, string method, string? reentrancyId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/v1.0/actors/{actor}/method/{method}");
        if (reentrancyId is not null) request.Headers.Add("Dapr-Reentrancy-Id", reentrancyId);
        return http.SendAsync(request);
    }

    public static async Task RemindAsync(this HttpClient http, string actor, string name, string body) =>
        (await http.PutJsonAsync($"/v1.0/actors/{actor}/reminders/{name}", body)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    public static async Task<HttpResponseMessage> PutJsonAsync(this HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PutAsync(path, content);
    }
}
