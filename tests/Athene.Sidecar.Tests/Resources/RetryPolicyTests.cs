using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Tests.Resources;

public sealed class RetryPolicyTests
{
    [Fact]
    public void Constant_policy_pauses_the_same_each_time_and_ends()
    {
        var policy = new RetryPolicy(Exponential: false, TimeSpan.FromMilliseconds(300), TimeSpan.Zero, MaxRetries: 2);
        policy.PauseBefore(1).ShouldBe(TimeSpan.FromMilliseconds(300));
        policy.PauseBefore(2).ShouldBe(TimeSpan.FromMilliseconds(300));
        policy.PauseBefore(3).ShouldBeNull();
    }

    [Fact]
    public void Exponential_policy_grows_up_to_its_longest_pause_and_without_a_limit_never_ends()
    {
        var policy = new RetryPolicy(Exponential: true, TimeSpan.Zero, TimeSpan.FromSeconds(10), MaxRetries: null);
        policy.PauseBefore(1).ShouldBe(TimeSpan.FromMilliseconds(500));
        policy.PauseBefore(2).ShouldBe(TimeSpan.FromMilliseconds(750));
        policy.PauseBefore(1000).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("300ms", 300)]
    [InlineData("5s", 5_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1.5s", 1_500)]
    public void Duration_is_read_as_Go_writes_it(string text, int milliseconds) => GoDuration.Parse(text).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public async Task Resource_file_with_an_undefined_policy_says_where()
    {
        var resources = new Dictionary<string, string>
        {
            ["resiliency.yaml"] = """
                kind: Resiliency
                metadata: { name: r }
                spec:
                  targets:
                    components:
                      pubsub:
                        inbound: { retry: missing }
                """,
        };
        var refusal = await Should.ThrowAsync<SidecarStartException>(() => SidecarHost.StartAsync(resources: resources));
        refusal.Message.ShouldContain("resiliency.yaml");
        refusal.Message.ShouldContain("'missing'");
    }
}
