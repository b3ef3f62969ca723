using System.Text;
using Athene.Sidecar.Tests.Durability;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>What happens to messages while apps come and go.</summary>
public sealed class DeliveryTests
{
    private const string Topic = """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"}]""";

    [Fact]
    public async Task Message_for_an_app_that_breaks_off_is_delivered_again()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Topic);
        var attempts = 0;
        app.Handler = (context, _) =>
        {
            if (Interlocked.Increment(ref attempts) == 1) context.Abort();
            return Task.CompletedTask;
        };
        await using var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        await PublishAsync(host, "t");
        app.Next().Text.ShouldBe(app.Next().Text);
    }

    [Fact]
    public async Task App_that_comes_back_with_other_subscriptions_gets_the_messages_of_those()
    {
        await using var host = await StartWithAppAsync(Topic);
        await using var back = await TestApp.StartAsync(host.App.AppPort, """[{"pubsubname":"pubsub","topic":"other","route":"/on/other"}]""");
        await PublishAsync(host, "other");
        back.Next().Target.ShouldBe("/on/other");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    public async Task App_that_gives_no_list_of_subscriptions_loses_nothing(string answer)
    {
        await using var host = await StartWithAppAsync(Topic);
        await PublishAsync(host, "t");
        await using (var confused = await TestApp.StartAsync(host.App.AppPort, answer))
            await Patience.UntilAsync(async () => (await host.Http.GetStringAsync("/v1.0/metadata")).Contains("\"subscriptions\":[]", StringComparison.Ordinal), "the introduction");
        await using var back = await TestApp.StartAsync(host.App.AppPort, Topic);
        back.Next().Target.ShouldBe("/on/t");
    }

    [Fact]
    public async Task Message_published_before_anyone_subscribed_reaches_the_first_subscriber()
    {
        var port = FreePort.Next();
        await using var host = await SidecarHost.StartAsync(port);
        await PublishAsync(host, "t");
        await using var app = await TestApp.StartAsync(port, Topic);
        app.Next().Target.ShouldBe("/on/t");
    }

    private static async Task<SidecarHost> StartWithAppAsync(string subscriptions)
    {
        await using var app = await TestApp.StartAsync(subscriptions: subscriptions);
        var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        return host;
    }

    private static async Task PublishAsync(SidecarHost host, string topic)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        (await host.Http.PostAsync($"/v1.0/publish/pubsub/{topic}", content)).EnsureSuccessStatusCode();
    }
}
