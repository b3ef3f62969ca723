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

    [Theory]
    [InlineData("http-startup-health-metadata.json", "startup", null)]
    [InlineData("http-tokens.json", "startup with APP_API_TOKEN", "app-token")]
    public async Task App_is_asked_what_it_wants_as_recorded(string file, string name, string? token)
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await SidecarHost.StartAsync(app.Port, adjust: options => options with { AppApiToken = token });
        await host.WhenReadyAsync();
        new HttpReplay(host, app).CompareIntroduction([.. HttpRecord.Load(file).Where(record => record.Case == name)]);
    }

    [Fact]
    public async Task Metadata_is_told_as_recorded_but_for_the_set_up()
    {
        await using var app = await TestApp.StartAsync(subscriptions: RecordedComponents.Subscriptions, config: RecordedComponents.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, resources: RecordedComponents.Files);
        await host.WhenReadyAsync();
        foreach (var record in HttpRecord.Load("http-startup-health-metadata.json").Where(record => record.Case.StartsWith("metadata", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(record.Method), record.Path) { Content = new ByteArrayContent(record.RequestBody ?? []) };
            using var answer = await host.Http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(record.Status);
            if (record.ResponseBody is { } body) WithoutSetUp(await answer.Content.ReadAsStringAsync()).ShouldBe(WithoutSetUp(Encoding.UTF8.GetString(body)));
        }
    }

    [Fact]
    public void Case_that_is_left_out_is_in_its_recording()
    {
        foreach (var (file, name) in LeftOut.All) HttpRecord.Load(file).Select(record => record.Case).ShouldContain(name);
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

    /// <summary>Without what is of the recorder's machine, and with the actor types, which Dapr tells in any order, in order.</summary>
    private static string WithoutSetUp(string metadata)
    {
        var json = JsonNode.Parse(metadata)!.AsObject();
        foreach (var name in (ReadOnlySpan<string>)["enabledFeatures", "components", "scheduler"]) json.Remove(name);
        json["appConnectionProperties"]!["port"] = 0;
        json["actors"] = InOrder(json["actors"]!);
        json["actorRuntime"]!["activeActors"] = InOrder(json["actorRuntime"]!["activeActors"]!);
        return json.ToJsonString(AsRecorded);
    }

    private static JsonArray InOrder(JsonNode types) => [.. types.AsArray().OrderBy(type => (string)type!["type"]!, StringComparer.Ordinal).Select(type => type!.DeepClone())];

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
