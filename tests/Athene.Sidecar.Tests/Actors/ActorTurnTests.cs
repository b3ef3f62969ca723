using System.Net;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.Actors;

/// <summary>Turns of actors, through a real sidecar and a real app.</summary>
public sealed class ActorTurnTests
{
    [Fact]
    public async Task Turns_of_one_actor_never_overlap_and_those_of_several_do()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        var (inActor, overlaps, all) = (0, 0, new CountdownEvent(4));
        app.Handler = async (_, request) =>
        {
            if (request.Target.StartsWith("/actors/T/many", StringComparison.Ordinal))
            {
                // Four actors in their turn at the same time: nobody gets on before all are in.
                all.Signal();
                await Task.Run(() => all.Wait(TimeSpan.FromSeconds(30)));
                return;
            }

            if (Interlocked.Increment(ref inActor) > 1) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            Interlocked.Decrement(ref inActor);
        };
        await using var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.Http.CallAsync("T/one", "Do")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        overlaps.ShouldBe(0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(id => host.Http.CallAsync($"T/many{id}", "Do")));
        all.IsSet.ShouldBeTrue();
    }

    [Fact]
    public async Task Reentrant_actor_can_be_called_back_by_whom_it_calls()
    {
        await using var app = await TestApp.StartAsync(config: """{"entities":["T"],"reentrancy":{"enabled":true,"maxStackDepth":2}}""");
        await using var host = await SidecarHost.StartAsync(app.Port);
        app.Handler = async (context, request) =>
        {
            var next = request.Target switch { "/actors/T/a/method/Begin" => ("T/b", "Middle"), "/actors/T/b/method/Middle" => ("T/a", "End"), _ => default };
            if (next.Item1 is null) return;
            using var answer = await host.Http.CallAsync(next.Item1, next.Item2, request.Headers["Dapr-Reentrancy-Id"]);
            context.Response.StatusCode = (int)answer.StatusCode;
        };
        await host.WhenReadyAsync();
        (await host.Http.CallAsync("T/a", "Begin")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reentrant_chain_that_is_too_deep_is_refused()
    {
        await using var app = await TestApp.StartAsync(config: """{"entities":["T"],"reentrancy":{"enabled":true,"maxStackDepth":2}}""");
        await using var host = await SidecarHost.StartAsync(app.Port);
        app.Handler = async (context, request) =>
        {
            using var answer = await host.Http.CallAsync("T/a", "Deeper", request.Headers["Dapr-Reentrancy-Id"]);
            context.Response.StatusCode = (int)answer.StatusCode;
            await context.Response.WriteAsync(await answer.Content.ReadAsStringAsync());
        };
        await host.WhenReadyAsync();
        var answer = await host.Http.CallAsync("T/a", "Deeper");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("maximum stack depth exceeded");
    }

    [Fact]
    public async Task Call_for_an_app_that_is_not_there_yet_waits_for_it()
    {
        var port = FreePort.Take(1)[0];
        var clock = new FakeTimeProvider();
        await using var host = await SidecarHost.StartAsync(port, clock: clock);
        var call = host.Http.CallAsync("T/a", "Do");
        await using var app = await TestApp.StartAsync(port, config: ActorTestHost.Config);
        // Each step lets the sidecar look for the app once; the call's own patience is a hundred of them.
        for (var step = 0; step < 20 && !call.IsCompleted; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(call, Task.Delay(10));
        }

        (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Actor_of_an_app_that_was_started_again_is_not_active_until_it_is_called()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        await host.Http.CallAsync("T/a", "Do");
        (await SaveAsync(host.Http)).ShouldBe(HttpStatusCode.NoContent);
        await app.DisposeAsync();
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
            while (await SaveAsync(host.Http) != HttpStatusCode.BadRequest) await Task.Delay(5, limit.Token);
        await using var again = await TestApp.StartAsync(app.Port, config: ActorTestHost.Config);
        (await SaveAsync(host.Http)).ShouldBe(HttpStatusCode.BadRequest);
        (await host.Http.CallAsync("T/a", "Do")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SaveAsync(host.Http)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Turn_under_way_when_the_sidecar_stops_can_still_save_and_then_the_actor_is_deactivated()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        var host = await SidecarHost.StartAsync(app.Port, adjust: options => options with { ShutdownTimeout = TimeSpan.FromSeconds(30) });
        // Its own client, because the host's is gone with the host.
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        var (inTurn, goOn, saved) = (new TaskCompletionSource(), new TaskCompletionSource(), default(HttpStatusCode));
        app.Handler = async (_, request) =>
        {
            if (request.Method == "DELETE") return;
            inTurn.SetResult();
            await goOn.Task;
            saved = await SaveAsync(http);
        };
        await host.WhenReadyAsync();
        var call = http.CallAsync("T/a", "Do");
        await inTurn.Task;
        var stopping = host.DisposeAsync();
        goOn.SetResult();
        (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stopping;
        saved.ShouldBe(HttpStatusCode.NoContent);
        app.Next().Target.ShouldBe("/actors/T/a/method/Do");
        app.Next().Method.ShouldBe("DELETE");
    }

    [Theory]
    [InlineData("""{"entities":["T"],"drainOngoingCallTimeout":"2000h"}""")]
    [InlineData("""{"entities":["T"],"drainRebalancedActors":false}""")]
    public async Task Idle_actor_is_deactivated_when_the_sidecar_stops_however_it_is_to_be_drained(string config)
    {
        await using var app = await TestApp.StartAsync(config: config);
        await using (var host = await SidecarHost.StartAsync(app.Port))
        {
            (await host.Http.CallAsync("T/a", "Do")).StatusCode.ShouldBe(HttpStatusCode.OK);
            app.Next().Target.ShouldBe("/actors/T/a/method/Do");
        }

        app.Next().Method.ShouldBe("DELETE");
    }

    [Fact]
    public async Task Type_that_two_apps_declare_is_hosted_by_the_first_of_the_configuration()
    {
        await using var first = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var second = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(first.Port, [new SidecarApp("second", second.Port, 0, 0)]);
        await host.WhenReadyAsync();
        for (var id = 0; id < 5; id++) (await host.Http.CallAsync($"T/{id}", "Do")).StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Received.Count.ShouldBe(5);
        second.Received.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Actors_without_a_state_store_for_them_are_not_hosted_and_state_is_refused_loudly()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, resources: new Dictionary<string, string>
        {
            ["store.yaml"] = "apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: statestore\nspec:\n  type: state.sqlite\n  version: v1\n",
        });
        await host.WhenReadyAsync();
        (await host.Http.CallAsync("T/a", "Do")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var answer = await host.Http.GetAsync("/v1.0/actors/T/a/state/k");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("actorStateStore");
    }

    [Theory]
    [InlineData("/v1.0/actors/T/%2E%2E/method/Do")]
    [InlineData("/v1.0/actors/%2E/a/method/Do")]
    public async Task Dot_segments_do_not_climb_out_of_the_actors_path(string path)
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(host.Http.BaseAddress + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        ((int)(await host.Http.SendAsync(request)).StatusCode).ShouldBeInRange(400, 404);
        app.Received.Count.ShouldBe(0);
    }

    private static async Task<HttpStatusCode> SaveAsync(HttpClient http) =>
        (await http.PutJsonAsync("/v1.0/actors/T/a/state", """[{"operation":"upsert","request":{"key":"k","value":1}}]""")).StatusCode;
}
