using System.Text.Json;
using Athene.Sidecar.Actors;

namespace Athene.Sidecar.Tests.Actors;

public sealed class ActorConfigReaderTests
{
    [Fact]
    public void Read_types_have_their_own_settings_before_the_general_ones()
    {
        var types = Read("""
            {"entities":["A","B"],"actorIdleTimeout":"1h","drainOngoingCallTimeout":"30s","drainRebalancedActors":false,"remindersStoragePartitions":7,
             "reentrancy":{"enabled":true,"maxStackDepth":5},"entitiesConfig":[{"entities":["B"],"actorIdleTimeout":"2s","reentrancy":{"enabled":false}}]}
            """);
        types.Keys.ShouldBe(["A", "B"]);
        types["A"].ShouldBe(new ActorTypeSettings
        {
            IdleTimeout = TimeSpan.FromHours(1), DrainOngoingCallTimeout = TimeSpan.FromSeconds(30), DrainRebalancedActors = false, IsReentrant = true, MaxStackDepth = 5,
        });
        types["B"].ShouldBe(types["A"] with { IdleTimeout = TimeSpan.FromSeconds(2), IsReentrant = false });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"entities":"A"}""")]
    [InlineData("""{"entities":[1,null,""]}""")]
    public void Read_what_names_no_types_has_none(string config) => Read(config).ShouldBeEmpty();

    [Fact]
    public void Read_duration_that_is_none_is_refused_by_name() =>
        Should.Throw<FormatException>(() => Read("""{"entities":["A"],"actorIdleTimeout":"long"}""")).Message.ShouldContain("actorIdleTimeout");

    private static Dictionary<string, ActorTypeSettings> Read(string config)
    {
        using var json = JsonDocument.Parse(config);
        return new(ActorConfigReader.Read(json.RootElement));
    }
}
