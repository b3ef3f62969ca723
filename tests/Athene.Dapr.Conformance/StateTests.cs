using System.Text.Json;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class StateTests(ConformanceApp app)
{
    private const string Store = "statestore";
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    [Theory]
    [InlineData("plain")]
    [InlineData("with/slash")]
    [InlineData("..")]
    [InlineData("ümläut und leer%20")]
    public async Task Save_then_get_hands_back_the_value(string suffix)
    {
        var key = ConformanceApp.NewId() + suffix;

        await app.Client.SaveStateAsync(Store, key, new Order(key, 3, "größer"));

        (await app.Client.GetStateAsync<Order>(Store, key)).ShouldBe(new Order(key, 3, "größer"));
    }

    [ConformanceFact]
    public async Task Get_of_an_absent_key_is_the_default_with_an_empty_etag()
    {
        var (value, etag) = await app.Client.GetStateAndETagAsync<Order>(Store, ConformanceApp.NewId());

        value.ShouldBeNull();
        etag.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task TrySave_with_the_etag_that_was_read_wins_and_with_an_older_one_loses()
    {
        var key = ConformanceApp.NewId();
        await app.Client.SaveStateAsync(Store, key, 1);
        var (_, etag) = await app.Client.GetStateAndETagAsync<int>(Store, key);

        (await app.Client.TrySaveStateAsync(Store, key, 2, etag, FirstWrite)).ShouldBeTrue();
        (await app.Client.TrySaveStateAsync(Store, key, 3, etag, FirstWrite)).ShouldBeFalse();

        (await app.Client.GetStateAsync<int>(Store, key)).ShouldBe(2);
    }

    [ConformanceFact]
    public async Task TrySave_without_an_etag_as_first_write_only_creates()
    {
        var key = ConformanceApp.NewId();

        (await app.Client.TrySaveStateAsync(Store, key, 1, "", FirstWrite)).ShouldBeTrue();
        (await app.Client.TrySaveStateAsync(Store, key, 2, "", FirstWrite)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task TryDelete_with_an_older_etag_loses()
    {
        var key = ConformanceApp.NewId();
        await app.Client.SaveStateAsync(Store, key, 1);
        var entry = await app.Client.GetStateEntryAsync<int>(Store, key);
        await app.Client.SaveStateAsync(Store, key, 2);

        (await entry.TryDeleteAsync()).ShouldBeFalse();

        await app.Client.DeleteStateAsync(Store, key);
        (await app.Client.GetStateEntryAsync<string>(Store, key)).Value.ShouldBeNull();
    }

    [ConformanceFact]
    public async Task Bulk_save_and_get_hand_back_what_is_there()
    {
        var (one, two) = (ConformanceApp.NewId(), ConformanceApp.NewId());
        await app.Client.SaveBulkStateAsync(Store, [new SaveStateItem<string>(one, "a", ""), new SaveStateItem<string>(two, "b", "")]);

        var items = await app.Client.GetBulkStateAsync<string>(Store, [one, two, ConformanceApp.NewId()], parallelism: 3);

        items.Select(item => item.Value).ShouldBe(["a", "b", null], ignoreOrder: true);
        items.Count(item => item.ETag.Length > 0).ShouldBe(2);
    }

    [ConformanceFact]
    public async Task Transaction_upserts_and_deletes_together()
    {
        var (kept, gone) = (ConformanceApp.NewId(), ConformanceApp.NewId());
        await app.Client.SaveStateAsync(Store, gone, 1);

        await app.Client.ExecuteStateTransactionAsync(Store,
        [
            new StateTransactionRequest(kept, JsonSerializer.SerializeToUtf8Bytes("here"), StateOperationType.Upsert),
            new StateTransactionRequest(gone, null, StateOperationType.Delete),
        ]);

        (await app.Client.GetStateAsync<string>(Store, kept)).ShouldBe("here");
        (await app.Client.GetStateAndETagAsync<int>(Store, gone)).etag.ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Unknown_store_is_refused_with_Daprs_code_and_the_call()
    {
        var refused = await Should.ThrowAsync<DaprApiException>(() => app.Client.GetStateAsync<int>("nostore", "key"));

        refused.ErrorCode.ShouldBe("ERR_STATE_STORE_NOT_FOUND");
        refused.Message.ShouldContain("GET /v1.0/state/nostore/key");
    }
}
