namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class SidecarTests(ConformanceApp app)
{
    [ConformanceFact]
    public async Task Healthy_sidecar_says_so()
    {
        (await app.Client.CheckHealthAsync()).ShouldBeTrue();
        (await app.Client.CheckOutboundHealthAsync()).ShouldBeTrue();
    }

    [ConformanceFact]
    public async Task Metadata_names_the_app_and_its_components()
    {
        await app.Client.SetMetadataAsync("conformance", "yes");

        var metadata = await app.Client.GetMetadataAsync();

        metadata.Id.ShouldBe(Targets.Target.AppId);
        metadata.Components.Select(component => component.Name).ShouldContain("statestore");
        metadata.Extended["conformance"].ShouldBe("yes");
    }

    [ConformanceFact]
    public async Task Sidecar_that_is_not_there_is_unhealthy_and_calls_say_where_it_was_looked_for()
    {
        using var client = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{FreePort.Next()}").Build();

        (await client.CheckHealthAsync()).ShouldBeFalse();
        (await Should.ThrowAsync<DaprException>(() => client.GetStateAsync<int>("statestore", "key"))).Message.ShouldContain("127.0.0.1");
    }

    [ConformanceFact]
    public async Task Wait_ends_when_a_sidecar_that_comes_later_is_there()
    {
        await using var late = Targets.Target.Choose();
        using var client = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{late.Ports.Http}").Build();
        using var limit = new CancellationTokenSource(ConformanceApp.Limit);
        var waiting = client.WaitForSidecarAsync(limit.Token);

        (await client.CheckOutboundHealthAsync(limit.Token)).ShouldBeFalse();
        await late.StartAsync(limit.Token);

        await waiting;
    }

    [ConformanceFact]
    public async Task Wait_for_a_sidecar_that_never_comes_ends_with_its_token()
    {
        using var client = new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{FreePort.Next()}").Build();
        using var given = new CancellationTokenSource();
        var waiting = client.WaitForSidecarAsync(given.Token);

        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }
}
