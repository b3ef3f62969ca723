using System.Text.Json;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class StateTests(ConformanceApp app)
{
    private const string Store = "statestore";
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    [ConformanceTheory]
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

    [ConformanceFact]
    public async Task Value_with_a_time_to_live_is_gone_after_it()
    {
        var (brief, lasting) = (ConformanceApp.NewId(), ConformanceApp.NewId());

        await app.Client.SaveStateAsync(Store, brief, 1, metadata: TimeToLive("1"));
        await app.Client.SaveStateAsync(Store, lasting, 1, metadata: TimeToLive("600"));

        await Eventually.IsAsync(async () => (await app.Client.GetStateAndETagAsync<int>(Store, brief)).etag.Length == 0);
        (await app.Client.GetStateAsync<int>(Store, lasting, ConsistencyMode.Strong)).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Large_value_comes_back_whole()
    {
        var (key, value) = (ConformanceApp.NewId(), new string('x', 3 * 1024 * 1024));

        await app.Client.SaveStateAsync(Store, key, value);

        (await app.Client.GetStateAsync<string>(Store, key)).ShouldBe(value);
    }

    [ConformanceFact]
    public async Task Bulk_save_with_an_older_etag_is_refused()
    {
        var (one, two) = (ConformanceApp.NewId(), ConformanceApp.NewId());
        await app.Client.SaveStateAsync(Store, two, "first");
        var older = (await app.Client.GetStateAndETagAsync<string>(Store, two)).etag;
        await app.Client.SaveStateAsync(Store, two, "second");

        var refused = await Should.ThrowAsync<DaprApiException>(() => app.Client.SaveBulkStateAsync(
            Store, [new SaveStateItem<string>(one, "a", ""), new SaveStateItem<string>(two, "b", older, FirstWrite)]));

        refused.ErrorCode.ShouldBe("ERR_STATE_SAVE");
        (await app.Client.GetStateAsync<string>(Store, two)).ShouldBe("second");
    }

    [ConformanceFact]
    public async Task Bulk_delete_removes_every_key()
    {
        var (one, two) = (ConformanceApp.NewId(), ConformanceApp.NewId());
        await app.Client.SaveBulkStateAsync(Store, [new SaveStateItem<int>(one, 1, ""), new SaveStateItem<int>(two, 2, "")]);

        await app.Client.DeleteBulkStateAsync(Store, [new BulkDeleteStateItem(one, ""), new BulkDeleteStateItem(two, "")]);

        (await app.Client.GetBulkStateAsync(Store, [one, two], parallelism: null)).ShouldAllBe(item => item.Value.Length == 0 && item.ETag.Length == 0);
    }

    [ConformanceFact]
    public async Task Transaction_with_an_older_etag_changes_nothing()
    {
        var (untouched, contested) = (ConformanceApp.NewId(), ConformanceApp.NewId());
        await app.Client.SaveStateAsync(Store, contested, 1);
        var older = (await app.Client.GetStateAndETagAsync<int>(Store, contested)).etag;
        await app.Client.SaveStateAsync(Store, contested, 2);

        var refused = await Should.ThrowAsync<DaprApiException>(() => app.Client.ExecuteStateTransactionAsync(Store,
        [
            new StateTransactionRequest(untouched, "1"u8.ToArray(), StateOperationType.Upsert),
            new StateTransactionRequest(contested, "3"u8.ToArray(), StateOperationType.Upsert, older, options: FirstWrite),
        ]));

        refused.ErrorCode.ShouldBe("ERR_STATE_TRANSACTION");
        (await app.Client.GetStateAndETagAsync<int>(Store, untouched)).etag.ShouldBeEmpty();
        (await app.Client.GetStateAsync<int>(Store, contested)).ShouldBe(2);
    }

    [ConformanceFact]
    public async Task Bytes_come_back_as_they_were_saved()
    {
        var key = ConformanceApp.NewId();
        byte[] bytes = [0, 1, 2, 250, 255];

        await app.Client.SaveByteStateAsync(Store, key, bytes);
        var (saved, etag) = await app.Client.GetByteStateAndETagAsync(Store, key);

        saved.ToArray().ShouldBe(bytes);
        (await app.Client.TrySaveByteStateAsync(Store, key, new byte[] { 7 }, etag, FirstWrite)).ShouldBeTrue();
        (await app.Client.TrySaveByteStateAsync(Store, key, new byte[] { 8 }, etag, FirstWrite)).ShouldBeFalse();
        (await app.Client.GetByteStateAsync(Store, key)).ToArray().ShouldBe([7]);
    }

    [ConformanceFact]
    public async Task Bytes_of_an_absent_key_are_none_and_first_write_only_creates()
    {
        var key = ConformanceApp.NewId();

        (await app.Client.GetByteStateAsync(Store, key)).IsEmpty.ShouldBeTrue();
        await app.Client.SaveByteStateAsync(Store, key, new byte[] { 1 }, FirstWrite);
        await Should.ThrowAsync<DaprApiException>(() => app.Client.SaveByteStateAsync(Store, key, new byte[] { 2 }, FirstWrite));
    }

    [ConformanceFact]
    public async Task Bytes_in_an_unknown_store_are_refused() =>
        await Should.ThrowAsync<DaprApiException>(() => app.Client.SaveByteStateAsync("nostore", "key", new byte[] { 1 }));

    private static Dictionary<string, string> TimeToLive(string seconds) => new() { ["ttlInSeconds"] = seconds };
}
