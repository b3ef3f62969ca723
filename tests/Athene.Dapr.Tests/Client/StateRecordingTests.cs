using System.Text.Json;

namespace Athene.Dapr.Tests.Client;

/// <summary>The client asks what was recorded, word for word, and understands what was answered, whichever store answers.</summary>
public sealed class StateRecordingTests
{
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };
    private static readonly StateOptions LastWrite = new() { Concurrency = ConcurrencyMode.LastWrite };

    public static TheoryData<string, string> Stores => new()
    {
        { "http-state-redis", "statestore" },
        { "http-state-sqlite", "sqlitestore" },
        { "http-state-in-memory", "memstore" },
    };

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Etags_decide_who_wins(string recording, string store)
    {
        await using var sidecar = await PlayAsync(
            recording, store, "state save object", "state get", "state get missing key", "state save, first-write, right etag", "state get after update",
            "state save, first-write, stale etag (conflict)", "state save, stale etag, no options (conflict?)", "state save, stale etag, last-write",
            "state delete, stale If-Match (conflict)", "state get before delete", "state delete, right If-Match", "state delete missing key");
        using var client = sidecar.Client;

        await client.SaveStateAsync(store, "k1", new { a = 1, text = "é" });
        var (value, first) = await client.GetStateAndETagAsync<JsonElement>(store, "k1");
        value.GetProperty("text").GetString().ShouldBe("é");
        (await client.GetStateAsync<string>(store, "nokey")).ShouldBeNull();
        (await client.TrySaveStateAsync(store, "k1", new { a = 2 }, first, FirstWrite)).ShouldBeTrue();
        var second = await client.GetStateEntryAsync<JsonElement>(store, "k1");

        var strict = new StateOptions { Concurrency = ConcurrencyMode.FirstWrite, Consistency = ConsistencyMode.Strong };
        (await client.TrySaveStateAsync(store, "k1", new { a = 3 }, first, strict)).ShouldBeFalse();
        (await client.TrySaveStateAsync(store, "k1", new { a = 3 }, first)).ShouldBeFalse();
        (await client.TrySaveStateAsync(store, "k1", new { a = 33 }, first, LastWrite)).ShouldBeFalse();
        (await client.TryDeleteStateAsync(store, "k1", first)).ShouldBeFalse();

        (await client.GetStateAndETagAsync<JsonElement>(store, "k1")).etag.ShouldBe(second.ETag);
        (await second.TryDeleteAsync()).ShouldBeTrue();
        await client.DeleteStateAsync(store, "k1");
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Bulk_requests_and_transactions_are_the_recorded_ones(string recording, string store)
    {
        await using var sidecar = await PlayAsync(
            recording, store, "state save two keys", "state get text value", "state save two keys, one conflicting", "state bulk get with a missing key",
            "state transaction upsert and delete", "state bulk get after transaction", "state transaction with a stale etag (nothing applied)");
        using var client = sidecar.Client;

        await client.SaveBulkStateAsync<object>(store, [new("b1", "text", ""), new("b2", 2, "")]);
        (await client.GetStateAsync<string>(store, "b1")).ShouldBe("text");
        (await Should.ThrowAsync<DaprApiException>(() => client.SaveBulkStateAsync<object>(store, [new("b2", 22, ""), new("b1", "x", Stale(store, "77"), FirstWrite)])))
            .ErrorCode.ShouldBe("ERR_STATE_SAVE");
        var items = await client.GetBulkStateAsync(store, ["b1", "b2", "nokey"], parallelism: 2);
        items.Select(item => item.Value).ShouldBe(["\"text\"", "22", ""]);

        await client.ExecuteStateTransactionAsync(store, [Upsert("t1", """{"x":1}"""), new("b2", null, StateOperationType.Delete)]);
        var typed = await client.GetBulkStateAsync<Dictionary<string, int>>(store, ["t1", "b2"], parallelism: null);
        typed.Select(item => item.Value?["x"]).ShouldBe([1, null]);
        (await Should.ThrowAsync<DaprApiException>(() => client.ExecuteStateTransactionAsync(store, [Upsert("t2", "1"), Upsert("t1", "2", Stale(store, "99"))])))
            .ErrorCode.ShouldBe("ERR_STATE_TRANSACTION");
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task First_write_and_time_to_live_are_asked_for_as_recorded(string recording, string store)
    {
        await using var sidecar = await PlayAsync(
            recording, store, "state save, first-write without etag, key exists", "state save, first-write without etag, new key", "state save with ttlInSeconds 1");
        using var client = sidecar.Client;

        (await Should.ThrowAsync<DaprApiException>(() => client.SaveStateAsync(store, "k1", new { a = 4 }, FirstWrite))).ErrorCode.ShouldBe("ERR_STATE_SAVE");
        (await client.TrySaveStateAsync(store, "k-fw", 1, "", FirstWrite)).ShouldBeTrue();
        await client.SaveStateAsync(store, "ttl1", "v", metadata: new Dictionary<string, string> { ["ttlInSeconds"] = "1" });
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Fact]
    public async Task Odd_keys_and_values_are_asked_for_as_recorded()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-state-redis", "state save null value", "state get null value", "state get strong consistency", "state get with metadata query",
            "state save key with slash", "state get key with escaped slash", "state bulk no keys", "state transaction empty");
        using var client = sidecar.Client;

        await client.SaveStateAsync<string?>("statestore", "null1", null);
        (await client.GetStateAndETagAsync<string>("statestore", "null1")).ShouldBe((null, "1"));
        (await client.GetStateAsync<bool>("statestore", "put1", ConsistencyMode.Strong)).ShouldBeTrue();
        (await client.GetStateAsync<bool>("statestore", "put1", metadata: new Dictionary<string, string> { ["partitionKey"] = "x" })).ShouldBeTrue();
        await client.SaveStateAsync("statestore", "dir/key one", 1);
        (await client.GetStateAsync<int>("statestore", "dir/key one")).ShouldBe(1);
        (await client.GetBulkStateAsync("statestore", [], parallelism: null)).ShouldBeEmpty();
        await client.ExecuteStateTransactionAsync("statestore", []);
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Fact]
    public async Task Refusals_have_Daprs_code()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-state-redis", "state get key with ||", "state save bad ttl", "state unknown store get", "state unknown store save", "state unknown store bulk",
            "state unknown store transaction");
        using var client = sidecar.Client;

        (await CodeOfAsync(client.GetStateAsync<int>("statestore", "a||b"))).ShouldBe("ERR_MALFORMED_REQUEST");
        (await CodeOfAsync(client.SaveStateAsync("statestore", "ttl2", "v", metadata: new Dictionary<string, string> { ["ttlInSeconds"] = "abc" }))).ShouldBe("ERR_STATE_SAVE");
        (await CodeOfAsync(client.GetStateAsync<int>("nostore", "k1"))).ShouldBe("ERR_STATE_STORE_NOT_FOUND");
        (await CodeOfAsync(client.SaveStateAsync("nostore", "k", 1))).ShouldBe("ERR_STATE_STORE_NOT_FOUND");
        (await CodeOfAsync(client.GetBulkStateAsync("nostore", ["a"], parallelism: null))).ShouldBe("ERR_STATE_STORE_NOT_FOUND");
        (await CodeOfAsync(client.ExecuteStateTransactionAsync("nostore", []))).ShouldBe("ERR_STATE_STORE_NOT_FOUND");
    }

    /// <summary>The ETag that no value had when it was recorded: Redis counts, the others name each write.</summary>
    private static string Stale(string store, string inRedis) => store == "statestore" ? inRedis : $"{Guid.Empty}";

    private static async Task<string> CodeOfAsync(Task refused) => (await Should.ThrowAsync<DaprApiException>(() => refused)).ErrorCode;

    private static StateTransactionRequest Upsert(string key, string json, string? etag = null) =>
        new(key, System.Text.Encoding.UTF8.GetBytes(json), StateOperationType.Upsert, etag, options: etag is null ? null : FirstWrite);

    private static Task<RecordedSidecar> PlayAsync(string recording, string store, params string[] cases) =>
        RecordedSidecar.PlayAsync(recording, [.. cases.Select(name => store == "statestore" ? name : $"{store}: {name}")]);
}
