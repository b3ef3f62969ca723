using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Client;

public sealed class DaprClientTests
{
    [Fact]
    public async Task Sidecar_that_does_not_answer_in_time_is_told_with_the_time()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));
        using var client = new DaprClientBuilder().UseHttpEndpoint(sidecar.Address.ToString()).UseTimeout(TimeSpan.FromMilliseconds(50)).Build();

        (await Should.ThrowAsync<DaprException>(() => client.GetMetadataAsync())).Message.ShouldContain("did not answer within");
        (await client.CheckHealthAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancellation_of_the_caller_is_a_cancellation()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));
        using var client = new DaprClientBuilder().UseHttpEndpoint(sidecar.Address.ToString()).Build();
        using var given = new CancellationTokenSource();
        var asking = client.GetStateAsync<int>("statestore", "key", cancellationToken: given.Token);

        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Trace_of_the_caller_goes_along()
    {
        string? traceParent = null;
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context =>
        {
            traceParent = context.Request.Headers.TraceParent;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        using var client = new DaprClientBuilder().UseHttpEndpoint(sidecar.Address.ToString()).Build();
        using var span = new Activity("caller").Start();

        await client.GetStateAsync<int>("statestore", "key");

        traceParent.ShouldNotBeNull().ShouldContain(span.TraceId.ToString());
    }

    [Fact]
    public async Task Client_of_the_container_finds_the_sidecar_by_the_configuration()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.MapGet(
            "/v1.0/healthz", (HttpRequest request) => request.Headers["dapr-api-token"] == "secret" ? Results.NoContent() : Results.StatusCode(500)));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DAPR_HTTP_ENDPOINT"] = sidecar.Address.ToString(), ["DAPR_API_TOKEN"] = "secret",
        }).Build());
        services.AddDaprClient();
        services.AddDaprClient(builder => builder.UseHttpEndpoint("http://second.invalid"));
        await using var provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<DaprClient>().CheckHealthAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("nonsense")]
    public void Endpoint_that_is_none_is_refused(string endpoint)
    {
        Should.Throw<ArgumentException>(() => new DaprClientBuilder().UseHttpEndpoint(endpoint).Build());
        Should.Throw<ArgumentException>(() => new DaprClientBuilder().UseGrpcEndpoint(endpoint).Build());
    }
}
