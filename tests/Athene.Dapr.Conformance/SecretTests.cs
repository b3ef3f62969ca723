namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class SecretTests(ConformanceApp app)
{
    private const string Store = "secretstore";

    [ConformanceFact]
    public async Task Secret_is_a_map_with_its_own_name()
    {
        var secret = await app.Client.GetSecretAsync(Store, ConformanceApp.Secret);

        secret.ShouldBe(new Dictionary<string, string> { [ConformanceApp.Secret] = "kept" });
    }

    [ConformanceFact]
    public async Task Bulk_has_every_secret()
    {
        var secrets = await app.Client.GetBulkSecretAsync(Store);

        secrets[ConformanceApp.Secret][ConformanceApp.Secret].ShouldBe("kept");
    }

    [ConformanceFact]
    public async Task Unknown_store_is_refused_with_Daprs_code()
    {
        var refused = await Should.ThrowAsync<DaprApiException>(() => app.Client.GetSecretAsync("nostore", "key"));

        refused.ErrorCode.ShouldBe("ERR_SECRET_STORE_NOT_FOUND");
    }
}
