using System.Net;
using System.Text;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Tests.Workflows;

namespace Athene.Sidecar.Tests.Durability;

/// <summary>A real process that is asked to end.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Shutdown_is_answered_and_ends_the_process()
    {
        await using var sidecar = new SidecarProcess();
        await sidecar.StartAsync();

        (await sidecar.Http.PostAsync("/v1.0/shutdown", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await sidecar.WhenEndedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Delivery_and_invocation_under_way_end_before_the_process_does_and_nothing_is_repeated()
    {
        var release = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(subscriptions: """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"}]""");
        app.Handler = (_, _) => release.Task;
        await using var sidecar = new SidecarProcess(app.Port);
        await sidecar.StartAsync();
        using var worker = new TaskHubClient(sidecar.GrpcPort);
        using var work = worker.OpenWork();
        await PublishAsync(sidecar, "first");
        app.Next().Text.ShouldContain("first");
        var call = sidecar.Http.GetAsync("/v1.0/invoke/myapp/method/call");
        app.Next().Target.ShouldBe("/call");

        await sidecar.TerminateAsync();
        // A worker is told first: now it is known that the end has begun.
        (await work.Ended).ShouldBe(GrpcStatus.Cancelled);
        release.SetResult();

        (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await sidecar.WhenEndedAsync()).ShouldBe(0);
        await sidecar.StartAsync();
        await PublishAsync(sidecar, "second");
        app.Next().Text.ShouldContain("second");
    }

    private static async Task PublishAsync(SidecarProcess sidecar, string text)
    {
        using var content = new StringContent($"\"{text}\"", Encoding.UTF8, "application/json");
        (await sidecar.Http.PostAsync("/v1.0/publish/pubsub/t", content)).EnsureSuccessStatusCode();
    }
}
