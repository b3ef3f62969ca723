namespace Athene.Dapr.Tests.Client;

/// <summary>Secrets, tokens, health and metadata, against the recorded sidecar.</summary>
public sealed class SidecarRecordingTests
{
    [Fact]
    public async Task Secrets_are_asked_for_and_read_as_recorded()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-secrets", "secret get", "secret get nested", "secret get empty value", "secret bulk", "secret from environment", "secret from environment, missing");
        using var client = sidecar.Client;

        (await client.GetSecretAsync("secrets", "plain")).ShouldBe(new Dictionary<string, string> { ["plain"] = "value-1" });
        (await client.GetSecretAsync("secrets", "db:user"))["db:user"].ShouldBe("u");
        (await client.GetSecretAsync("secrets", "empty"))["empty"].ShouldBeEmpty();
        (await client.GetBulkSecretAsync("secrets"))["db:password"]["db:password"].ShouldBe("p");
        (await client.GetSecretAsync("envsecrets", "REC_SECRET"))["REC_SECRET"].ShouldBe("from-env");
        (await client.GetSecretAsync("envsecrets", "REC_NOPE"))["REC_NOPE"].ShouldBeEmpty();
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Fact]
    public async Task Secrets_that_cannot_be_had_are_refused_with_Daprs_code()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync("http-secrets", "secret missing key", "secret unknown store");
        using var client = sidecar.Client;

        (await Should.ThrowAsync<DaprApiException>(() => client.GetSecretAsync("secrets", "nokey"))).ErrorCode.ShouldBe("ERR_SECRET_GET");
        (await Should.ThrowAsync<DaprApiException>(() => client.GetSecretAsync("nostore", "plain"))).ErrorCode.ShouldBe("ERR_SECRET_STORE_NOT_FOUND");
    }

    [Fact]
    public async Task Token_goes_with_every_call_and_a_missing_one_is_told()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-tokens", "token missing", "token wrong", "token missing: metadata", "token missing: shutdown", "token right",
            "token right: publish, delivery carries the app token", "token right: invoke (app gets the app token)");
        using var none = sidecar.Client;
        using var wrong = sidecar.ClientWith("nope");
        using var right = sidecar.ClientWith("sidecar-token");
        using var http = right.CreateInvokableHttpClient("myapp");

        var missing = await Should.ThrowAsync<DaprApiException>(() => none.GetStateAsync<int>("statestore", "k1"));
        await Should.ThrowAsync<DaprApiException>(() => wrong.GetStateAsync<int>("statestore", "k1"));
        await Should.ThrowAsync<DaprApiException>(() => none.GetMetadataAsync());
        await Should.ThrowAsync<DaprApiException>(() => none.ShutdownSidecarAsync());
        (await right.GetStateAsync<int?>("statestore", "k1")).ShouldBeNull();
        await right.PublishEventAsync("pubsub", "orders", new { n = 1 });
        using var invoked = await http.PostAsync("/orders/1", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        missing.Message.ShouldContain("invalid api token");
        invoked.IsSuccessStatusCode.ShouldBeTrue();
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Fact]
    public async Task Health_and_metadata_are_asked_for_and_read_as_recorded()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-startup-health-metadata", "healthz", "healthz outbound", "metadata get", "metadata put label");
        using var client = sidecar.Client;

        (await client.CheckHealthAsync()).ShouldBeTrue();
        (await client.CheckOutboundHealthAsync()).ShouldBeTrue();
        var metadata = await client.GetMetadataAsync();
        await client.SetMetadataAsync("cliPID", "123");

        metadata.Id.ShouldBe("myapp");
        metadata.Actors.Select(actor => actor.Type).ShouldBe(["Idle", "Counter"]);
        metadata.Extended["daprRuntimeVersion"].ShouldBe("1.18.3");
        metadata.Components.Single(component => component.Name == "sqlitestore").Capabilities.ShouldContain("ETAG");
        sidecar.IsPlayed.ShouldBeTrue();
    }
}
