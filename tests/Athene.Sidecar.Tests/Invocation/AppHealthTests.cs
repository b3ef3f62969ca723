using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Invocation;

/// <summary>An app that says of itself that it is not well.</summary>
public sealed class AppHealthTests
{
    private static readonly AppHealthCheck Check = new() { Path = "/well", ProbeInterval = TimeSpan.FromMilliseconds(20), ProbeTimeout = TimeSpan.FromSeconds(5), Threshold = 2 };

    [Fact]
    public async Task Unhealthy_app_gets_nothing_and_loses_nothing()
    {
        await using var app = await TestApp.StartAsync(subscriptions: """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"}]""");
        var isWell = true;
        app.Handler = (context, request) =>
        {
            if (request.Target == "/well" && !Volatile.Read(ref isWell)) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await using var host = await SidecarHost.StartAsync(
            adjust: options => options with { Apps = [new SidecarApp(SidecarHost.AppId, app.Port, 0, 0) { HealthCheck = Check }] });
        await host.WhenReadyAsync();

        Volatile.Write(ref isWell, false);
        (await UntilAsync(host, HttpStatusCode.InternalServerError)).ShouldContain("app is not in a healthy state");
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        (await host.Http.PostAsync("/v1.0/publish/pubsub/t", content)).EnsureSuccessStatusCode();
        for (var probe = 0; probe < 3; probe++) NextBut(app, "/v1.0").Target.ShouldBe("/well");

        Volatile.Write(ref isWell, true);
        NextBut(app, "/well").Target.ShouldBe("/on/t");
        await UntilAsync(host, HttpStatusCode.OK);
    }

    private static ReceivedRequest NextBut(TestApp app, string path)
    {
        ReceivedRequest request;
        do request = app.Next();
        while (request.Target == path || request.Target == "/call");
        return request;
    }

    private static async Task<string> UntilAsync(SidecarHost host, HttpStatusCode status)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await host.Http.GetAsync("/v1.0/invoke/myapp/method/call", limit.Token);
            if (answer.StatusCode == status) return await answer.Content.ReadAsStringAsync(limit.Token);
            await Task.Delay(5, limit.Token);
        }
    }
}
