namespace Athene.Dapr.Tests.Actors;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task Options_that_are_not_set_are_left_to_the_sidecar()
    {
        await using var app = await ActorApp.StartAsync(options => options.Actors.RegisterActor<Helper>());

        (await app.Http.GetStringAsync("/dapr/config")).ShouldBe("""{"entities":["Helper"],"reentrancy":{"enabled":false}}""");
        (await app.Http.GetAsync("/healthz")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Options_are_told_for_all_types_and_for_single_ones()
    {
        await using var app = await ActorApp.StartAsync(options =>
        {
            options.Actors.RegisterActor<Helper>();
            options.Actors.RegisterActor<RecordedCounter>("Idle", new ActorRuntimeOptions
            {
                ActorIdleTimeout = TimeSpan.FromSeconds(2), ReentrancyConfig = new ActorReentrancyConfig { Enabled = true, MaxStackDepth = 8 },
            });
            options.ActorIdleTimeout = TimeSpan.FromHours(25);
            options.ActorScanInterval = TimeSpan.FromSeconds(30);
            options.DrainOngoingCallTimeout = TimeSpan.FromMilliseconds(1500);
            options.DrainRebalancedActors = true;
            options.RemindersStoragePartitions = 7;
        });

        (await app.Http.GetStringAsync("/dapr/config")).ShouldBe(
            """{"entities":["Helper","Idle"],"actorIdleTimeout":"25h0m0s0ms","actorScanInterval":"0h0m30s0ms","""
            + "\"drainOngoingCallTimeout\":\"0h0m1s500ms\",\"drainRebalancedActors\":true,\"remindersStoragePartitions\":7,"
            + "\"reentrancy\":{\"enabled\":false},"
            + "\"entitiesConfig\":[{\"entities\":[\"Idle\"],\"actorIdleTimeout\":\"0h0m2s0ms\",\"reentrancy\":{\"enabled\":true,\"maxStackDepth\":8}}]}");
    }

    [Fact]
    public void Option_that_makes_no_sense_is_refused()
    {
        var options = new ActorRuntimeOptions();

        Should.Throw<ArgumentOutOfRangeException>(() => options.ActorIdleTimeout = TimeSpan.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => options.ActorScanInterval = TimeSpan.FromSeconds(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => options.DrainOngoingCallTimeout = TimeSpan.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => options.RemindersStoragePartitions = -1);
    }
}
