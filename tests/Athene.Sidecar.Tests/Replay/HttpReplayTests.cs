using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Sidecar.Tests.Workflows;

namespace Athene.Sidecar.Tests.Replay;

/// <summary>The embedded sidecar against recordings of a real one, case by case.</summary>
public sealed class HttpReplayTests
{
    private static readonly JsonSerializerOptions AsRecorded = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task State_requests_are_answered_as_recorded()
    {
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(resources: RecordedComponents.Files, clock: clock);
        var replay = new HttpReplay(host, null) { BeforeCase = name => clock.Advance(TimeSpan.FromSeconds(name.EndsWith("after ttl", StringComparison.Ordinal) ? 2 : 0)) };
        await replay.RunAsync(HttpRecord.Load("http-state-sqlite.json"));
    }

    [Fact]
    public async Task Bad_state_requests_are_refused_as_recorded()
    {
        await using var host = await SidecarHost.StartAsync(resources: RecordedComponents.Files);
        // The first half repeats what the SQLite recording has, with Redis's own versions and conflicts.
        var records = HttpRecord.Load("http-state-redis.json").SkipWhile(record => record.Case != "state save null value");
        await new HttpReplay(host, null) { Ignored = { "Etag" } }.RunAsync(records, name => LeftOut.Is("http-state-redis.json", name));
    }

    [Fact]
    public async Task Published_messages_arrive_as_recorded() => await ReplayWithAppAsync("http-publish.json", RecordedComponents.Files, _ => true);

    [Fact]
    public async Task Answers_to_deliveries_count_as_recorded_without_a_policy() =>
        await ReplayWithAppAsync("http-delivery.json", RecordedComponents.Files, name => !name.StartsWith("resiliency", StringComparison.Ordinal));

    [Fact]
    public async Task Answers_to_deliveries_count_as_recorded_with_a_retry_policy() =>
        await ReplayWithAppAsync("http-delivery.json", RecordedComponents.WithResiliency, name => name.StartsWith("resiliency", StringComparison.Ordinal));

    [Fact]
    public async Task Invocations_of_the_own_app_pass_as_recorded() =>
        await ReplayWithAppAsync("http-invoke.json", RecordedComponents.Files, name => !name.StartsWith("other app", StringComparison.Ordinal));

    [Fact]
    public async Task Invocations_of_another_app_pass_as_recorded()
    {
        await using var other = await TestApp.StartAsync();
        await using var host = await SidecarHost.StartAsync(others: [new SidecarApp("other", other.Port, 0, 0)]);
        var records = HttpRecord.Load("http-invoke.json").Where(record => record.Case.StartsWith("other app", StringComparison.Ordinal));
        await new HttpReplay(host, other).RunAsync(records, name => LeftOut.Is("http-invoke.json", name));
    }

    [Fact]
    public async Task Health_is_told_as_recorded() => await ReplayWithAppAsync("http-startup-health-metadata.json", RecordedComponents.Files, _ => true);

    [Fact]
    public async Task Tokens_are_asked_and_sent_as_recorded() => await ReplayWithAppAsync(
        "http-tokens.json", RecordedComponents.Files, _ => true, options => options with { ApiToken = "sidecar-token", AppApiToken = "app-token" });

    [Fact]
    public async Task Introduction_carries_the_apps_token()
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await SidecarHost.StartAsync(app.Port, adjust: options => options with { AppApiToken = "app-token" });
        await host.WhenReadyAsync();
        app.IntroductionToken.ShouldBe("app-token");
    }

    [Fact]
    public async Task Secrets_are_read_as_recorded()
    {
        Environment.SetEnvironmentVariable("REC_SECRET", "from-env");
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("secrets.json");
        await File.WriteAllTextAsync(file, """{ "plain": "value-1", "db": { "user": "u", "password": "p" }, "empty": "" }""");
        await using var host = await SidecarHost.StartAsync(resources: RecordedComponents.WithSecretsFile(file));
        await new HttpReplay(host, null).RunAsync(HttpRecord.Load("http-secrets.json"));
    }

    [Fact]
    public async Task Workflows_are_managed_as_recorded()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new TaskHubClient(host.App.GrpcPort);
        using var work = client.OpenWork();
        var worker = ScriptedWorker.RunAsync(client, work);
        await new HttpReplay(host, null) { Ignored = { "Traceparent" }, WaitForReads = true }
            .RunAsync(HttpRecord.Load("http-workflows.json"), name => LeftOut.Is("http-workflows.json", name));
        work.Dispose();
        await worker;
    }

    private static async Task ReplayWithAppAsync(
        string file, IReadOnlyDictionary<string, string> resources, Func<string, bool> isWanted, Func<SidecarOptions, SidecarOptions>? adjust = null)
    {
        await using var app = await TestApp.StartAsync(subscriptions: RecordedComponents.Subscriptions, config: RecordedComponents.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, resources: resources, adjust: adjust);
        await host.WhenReadyAsync();
        await new HttpReplay(host, app).RunAsync(HttpRecord.Load(file).Where(record => isWanted(record.Case)).Select(InOrderOfPublishing), name => LeftOut.Is(file, name));
    }

    /// <summary>Redis hands out a bulk backwards; the embedded sidecar keeps the order of publishing.</summary>
    private static HttpRecord InOrderOfPublishing(HttpRecord record)
    {
        if (!record.ToApp || record.Path != "/on/bulk") return record;
        var body = JsonNode.Parse(record.RequestBody)!;
        body["entries"] = new JsonArray([.. body["entries"]!.AsArray().Reverse().Select(entry => entry!.DeepClone())]);
        // The key stays where it was: replacing a value does not move it.
        return record with { RequestBody = Encoding.UTF8.GetBytes(body.ToJsonString(AsRecorded)) };
    }
}
