using System.Net;
using Athene.Dapr.Conformance.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Conformance;

/// <summary>A sidecar that asks for a token, and an app that gets one from it.</summary>
[Collection(ConformanceCollection.Name)]
public sealed class TokenTests : IAsyncLifetime
{
    private readonly ISidecar sidecar = Target.Choose(new SidecarTokens(Sidecar: "of-the-sidecar", App: "of-the-app"));
    private WebApplication callee = null!;

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(ConformanceApp.Limit);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{sidecar.Ports.App}");
        callee = builder.Build();
        callee.MapGet("/token", (HttpRequest request) => request.Headers["dapr-api-token"].ToString());
        await callee.StartAsync(limit.Token);
        await sidecar.StartAsync(limit.Token);
    }

    public async Task DisposeAsync()
    {
        await callee.DisposeAsync();
        await sidecar.DisposeAsync();
    }

    [ConformanceTheory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Call_without_the_token_is_refused_but_health_is_open(string token)
    {
        using var client = ClientWith(token);

        (await Should.ThrowAsync<DaprApiException>(() => client.GetMetadataAsync())).Message.ShouldContain("401");
        (await client.CheckOutboundHealthAsync()).ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task Token_of_the_client_opens_every_block_and_the_app_gets_its_own()
    {
        using var client = ClientWith("of-the-sidecar");
        using var http = client.CreateInvokableHttpClient(Target.AppId);

        await client.SaveByteStateAsync("statestore", "token", new byte[] { 1 });
        (await client.GetMetadataAsync()).Id.ShouldBe(Target.AppId);
        (await http.GetStringAsync("/token")).ShouldBe("of-the-app");
    }

    [ConformanceFact]
    public async Task Invocation_without_the_token_is_unauthorized()
    {
        using var client = ClientWith("wrong");
        using var http = client.CreateInvokableHttpClient(Target.AppId);

        (await http.GetAsync("/token")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private DaprClient ClientWith(string token) => new DaprClientBuilder()
        .UseHttpEndpoint($"http://127.0.0.1:{sidecar.Ports.Http}")
        .UseGrpcEndpoint($"http://127.0.0.1:{sidecar.Ports.Grpc}")
        .UseDaprApiToken(token)
        .Build();
}
