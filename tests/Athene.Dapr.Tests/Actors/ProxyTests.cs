using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Dapr.Tests.Actors;

public sealed class ProxyTests
{
    [Fact]
    public async Task Call_carries_the_token_and_the_mark_of_a_typed_call()
    {
        var told = new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context =>
        {
            foreach (var header in context.Request.Headers) told[header.Key] = header.Value.ToString();
            return context.Response.WriteAsync("5");
        }));
        var options = new ActorProxyOptions { HttpEndpoint = sidecar.Address.ToString(), DaprApiToken = "secret" };

        (await new ActorProxyFactory(options).CreateActorProxy<ICounter>(new ActorId("a"), "Counter").GetAsync()).ShouldBe(5);

        told["dapr-api-token"].ShouldBe("secret");
        told["X-DaprRequestHeader"].ShouldBe("json");
        told.ContainsKey("Dapr-Reentrancy-Id").ShouldBeFalse();
    }

    [Fact]
    public async Task Sidecar_that_is_not_there_is_named_with_the_call()
    {
        string address;
        await using (var gone = await LocalServer.StartAsync(_ => { })) address = gone.Address.ToString();
        var proxy = new ActorProxyFactory(new ActorProxyOptions { HttpEndpoint = address }).CreateActorProxy<ICounter>(new ActorId("a"), "Counter");

        var failed = await Should.ThrowAsync<DaprException>(proxy.GetAsync());

        failed.Message.ShouldContain("PUT /v1.0/actors/Counter/a/method/GetAsync: no connection to the Dapr sidecar at " + address);
    }

    [Fact]
    public async Task Sidecar_that_does_not_answer_in_time_is_named_with_the_call()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));
        var options = new ActorProxyOptions { HttpEndpoint = sidecar.Address.ToString(), RequestTimeout = TimeSpan.FromMilliseconds(50) };
        var proxy = new ActorProxyFactory(options).CreateActorProxy<ICounter>(new ActorId("a"), "Counter");

        (await Should.ThrowAsync<DaprException>(proxy.GetAsync())).Message.ShouldContain("did not answer within 00:00:00.0500000");
    }

    [Fact]
    public async Task Cancellation_of_the_caller_ends_the_call()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));
        var proxy = new ActorProxyFactory(new ActorProxyOptions { HttpEndpoint = sidecar.Address.ToString() })
            .CreateActorProxy<ICounter>(new ActorId("a"), "Counter");
        using var cancel = new CancellationTokenSource();

        var call = proxy.AddSlowlyAsync(cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    [Fact]
    public async Task Answer_without_the_value_that_was_asked_for_is_an_error()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(_ => Task.CompletedTask));
        var proxy = new ActorProxyFactory(new ActorProxyOptions { HttpEndpoint = sidecar.Address.ToString() }).Create(new ActorId("a"), "Counter");

        (await Should.ThrowAsync<DaprException>(proxy.InvokeMethodAsync<int>("Ping"))).Message.ShouldContain("answered with nothing instead of a Int32");
    }
}
