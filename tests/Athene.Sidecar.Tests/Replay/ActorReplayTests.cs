namespace Athene.Sidecar.Tests.Replay;

/// <summary>The actor runtime against recordings of a real one, case by case; time passes as it was recorded.</summary>
public sealed class ActorReplayTests
{
    private const string File = "http-actors.json";
    private const string OtherApp = "other app";

    [Fact]
    public async Task Actors_are_run_as_recorded()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: RecordedComponents.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, resources: RecordedComponents.Files, clock: clock);
        await host.WhenReadyAsync();
        var replay = new HttpReplay(host, app)
        {
            Clock = clock,
            WaitForReads = true,
            // Redis, which was recorded, does not tell when a value expires; SQLite does.
            Ignored = { "Metadata.ttlexpiretime" },
            BeforeCase = name => clock.Advance(TimeSpan.FromSeconds(name.EndsWith("after expiry", StringComparison.Ordinal) ? 2 : 0)),
        };
        // The recorder started the sidecar anew in the middle.
        var records = HttpRecord.Load(File).Where(record => !record.Case.StartsWith(OtherApp, StringComparison.Ordinal) && record.Path != "/dapr/subscribe");
        await replay.RunAsync(records, name => LeftOut.Is(File, name));
    }

    [Fact]
    public async Task Actors_of_another_app_are_called_as_recorded()
    {
        await using var other = await TestApp.StartAsync(config: RecordedComponents.Config);
        await using var host = await SidecarHost.StartAsync(resources: RecordedComponents.Files, others: [new SidecarApp("other", other.Port, 0, 0)]);
        var records = HttpRecord.Load(File).Where(record => record.Case.StartsWith(OtherApp, StringComparison.Ordinal));
        await new HttpReplay(host, other).RunAsync(records, name => LeftOut.Is(File, name));
    }

    [Fact]
    public async Task Active_actors_are_deactivated_as_recorded_when_the_sidecar_stops()
    {
        var recorded = HttpRecord.Load(File).Single(record => record.Case.EndsWith("the active actor is deactivated", StringComparison.Ordinal));
        await using var app = await TestApp.StartAsync(config: RecordedComponents.Config);
        await using (var host = await SidecarHost.StartAsync(app.Port))
        {
            (await host.Http.PutAsync("/v1.0/actors/Counter/a1/method/Inc", null)).EnsureSuccessStatusCode();
            app.Next().Target.ShouldBe("/actors/Counter/a1/method/Inc");
        }

        var farewell = app.Next();
        farewell.Method.ShouldBe(recorded.Method);
        farewell.Target.ShouldBe(recorded.Path);
        farewell.Headers["Content-Type"].ShouldBe(recorded.RequestHeaders["Content-Type"]);
    }
}
