using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Athene.Dapr.Tests.Client;

namespace Athene.Dapr.Tests.Actors;

/// <summary>The host is asked what a real sidecar asked, and answers as the recorded app did.</summary>
public sealed class HostRecordingTests
{
    // Answers that the SDK's actors cannot give: a method ends well (200) or throws (500).
    private static readonly HashSet<string> OfAnotherHost =
    [
        "actor method answered 400", "actor method answered 201", "actor method answered 204",
        "actor method error by X-DaprErrorResponseHeader", "other app: actor call, X-DaprErrorResponseHeader",
    ];

    [Fact]
    public async Task Every_recorded_request_of_the_sidecar_gets_its_recorded_answer()
    {
        await using var app = await ActorApp.StartAsync(options =>
        {
            options.Actors.RegisterActor<RecordedCounter>();
            options.Actors.RegisterActor<RecordedCounter>("Idle");
            options.JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        var records = HttpRecording.Read("http-actors").Where(IsTurn).ToArray();

        foreach (var record in records)
        {
            using var answer = await app.Http.SendAsync(RequestOf(record));
            var (status, body) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());

            var recorded = record.GetProperty("response");
            status.ShouldBe(recorded.GetProperty("status").GetInt32(), record.GetProperty("case").GetString());
            if (status == 200) body.ShouldBe(recorded.GetProperty("body").GetString() ?? "");
        }

        records.Length.ShouldBeGreaterThan(60);
    }

    private static bool IsTurn(JsonElement record) =>
        record.GetProperty("direction").GetString() == "sidecar->app"
        && record.GetProperty("request").GetProperty("path").GetString()!.StartsWith("/actors/", StringComparison.Ordinal)
        && !OfAnotherHost.Contains(record.GetProperty("case").GetString()!);

    private static HttpRequestMessage RequestOf(JsonElement record)
    {
        var recorded = record.GetProperty("request");
        var request = new HttpRequestMessage(
            new HttpMethod(recorded.GetProperty("method").GetString()!), recorded.GetProperty("path").GetString());
        if (recorded.GetProperty("body").GetString() is { } body) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var header in recorded.GetProperty("headers").EnumerateObject().Where(header => header.Name.StartsWith("Dapr-", StringComparison.Ordinal)))
            request.Headers.Add(header.Name, header.Value.GetString());
        return request;
    }
}
