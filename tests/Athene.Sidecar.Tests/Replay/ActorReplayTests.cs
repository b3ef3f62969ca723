namespace Athene.Sidecar.Tests.Replay;

/// <summary>The actor runtime against recordings of a real one, case by case; time passes as it was recorded.</summary>
public sealed class ActorReplayTests
{
    private const string File = "http-actors.json";

    [Fact]
    public async Task Actors_are_called_and_keep_state_as_recorded()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: RecordedComponents.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, resources: RecordedComponents.Files, clock: clock);
        await host.WhenReadyAsync();
        var replay = new HttpReplay(host, app)
        {
            // Redis, which was recorded, does not tell when a value expires; SQLite does.
            Ignored = { "Metadata.ttlexpiretime" },
            BeforeCase = name => clock.Advance(TimeSpan.FromSeconds(name.EndsWith("after expiry", StringComparison.Ordinal) ? 2 : 0)),
        };
        await replay.RunAsync(
            HttpRecord.Load(File).Where(record => !record.Case.StartsWith("other app", StringComparison.Ordinal) && !record.Case.Contains("reminder", StringComparison.Ordinal)
                && !record.Case.Contains("timer", StringComparison.Ordinal) && !record.Case.Contains("idle", StringComparison.Ordinal)),
            name => LeftOut.Is(File, name));
    }
}
