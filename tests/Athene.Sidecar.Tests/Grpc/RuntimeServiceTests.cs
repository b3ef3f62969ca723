using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>Secrets, metadata, shutdown, the token, and what is not offered.</summary>
public sealed class RuntimeServiceTests
{
    [Fact]
    public async Task Secret_of_the_environment_is_read_alone_and_among_all()
    {
        Environment.SetEnvironmentVariable("GRPC_SECRET", "of gRPC");
        await using var host = await SidecarHost.StartAsync();
        await using var client = RuntimeClient.Of(host);
        var one = await client.CallAsync("GetSecret", new GetSecretRequest { StoreName = "secretstore", Key = "GRPC_SECRET" }, GetSecretResponse.Parser);
        one.Data.ShouldContainKeyAndValue("GRPC_SECRET", "of gRPC");
        var all = await client.CallAsync("GetBulkSecret", new GetBulkSecretRequest { StoreName = "secretstore" }, GetBulkSecretResponse.Parser);
        all.Data["GRPC_SECRET"].Secrets.ShouldContainKeyAndValue("GRPC_SECRET", "of gRPC");
    }

    [Fact]
    public async Task Unknown_secret_store_is_an_invalid_argument()
    {
        await using var host = await SidecarHost.StartAsync();
        await using var client = RuntimeClient.Of(host);
        (await client.RefusalAsync("GetSecret", new GetSecretRequest { StoreName = "nowhere", Key = "k" }))
            .ShouldBe((GrpcStatus.InvalidArgument, "failed finding secret store with key nowhere"));
    }

    [Fact]
    public async Task Metadata_shows_the_app_its_components_and_its_labels()
    {
        await using var host = await SidecarHost.StartAsync();
        await using var client = RuntimeClient.Of(host);
        await client.DoAsync("SetMetadata", new SetMetadataRequest { Key = "team", Value = "blue" });
        var metadata = await client.CallAsync("GetMetadata", new GetMetadataRequest(), GetMetadataResponse.Parser);
        metadata.Id.ShouldBe(SidecarHost.AppId);
        metadata.RuntimeVersion.ShouldNotBeEmpty();
        metadata.ExtendedMetadata.ShouldContainKeyAndValue("team", "blue");
        metadata.RegisteredComponents.Single(component => component.Name == "statestore").Capabilities.ShouldContain("TRANSACTIONAL");
        (await host.Http.GetStringAsync("/v1.0/metadata")).ShouldContain("\"team\":\"blue\"");
    }

    [Fact]
    public async Task Shutdown_is_answered_and_then_happens()
    {
        await using var host = await SidecarHost.StartAsync();
        await using var client = RuntimeClient.Of(host);
        await client.DoAsync("Shutdown", new ShutdownRequest());
        await host.Sidecar.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Call_without_the_token_is_unauthenticated()
    {
        await using var host = await SidecarHost.StartAsync(adjust: options => options with { ApiToken = "secret" });
        await using var client = RuntimeClient.Of(host);
        (await client.RefusalAsync("GetMetadata", new GetMetadataRequest())).Status.ShouldBe(GrpcStatus.Unauthenticated);
        await client.CallAsync("GetMetadata", new GetMetadataRequest(), GetMetadataResponse.Parser, ("dapr-api-token", "secret"));
    }

    [Theory]
    [InlineData("QueryStateAlpha1")]
    [InlineData("InvokeBinding")]
    [InlineData("TryLockAlpha1")]
    [InlineData("GetConfiguration")]
    [InlineData("ScheduleJobAlpha1")]
    [InlineData("ConverseAlpha1")]
    public async Task What_is_not_offered_is_unimplemented_by_name(string method)
    {
        await using var host = await SidecarHost.StartAsync();
        await using var client = RuntimeClient.Of(host);
        (await client.RefusalAsync(method, new Empty())).ShouldBe((GrpcStatus.Unimplemented, $"{method} is not offered by the embedded sidecar; it takes Dapr itself."));
    }

    [Fact]
    public async Task Call_meant_for_an_app_is_refused_and_not_answered_by_the_sidecar()
    {
        await using var host = await SidecarHost.StartAsync();
        using var client = new GrpcClient(host.App.GrpcPort, "greet.Greeter");
        var refusal = await Should.ThrowAsync<GrpcException>(() => client.CallAsync("SayHello", new Empty(), Empty.Parser, ("dapr-app-id", "other")));
        refusal.Status.ShouldBe(GrpcStatus.Unimplemented);
        refusal.Message.ShouldContain("does not proxy gRPC calls to apps");
    }
}
