using System.Text.Json;

namespace Athene.Dapr.Tests.Client;

/// <summary>The client asks what was recorded, word for word, and understands what was answered.</summary>
public sealed class StateRecordingTests
{
    private const string Store = "sqlitestore";
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    [Fact]
    public async Task Save_and_get_are_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync("state save object", "state get", "state get missing key");
        using var client = sidecar.Client;

        await client.SaveStateAsync(Store, "k1", new { a = 1, text = "é" });
        var (value, etag) = await client.GetStateAndETagAsync<JsonElement>(Store, "k1");
        var missing = await client.GetStateAsync<string>(Store, "nokey");

        value.GetProperty("text").GetString().ShouldBe("é");
        etag.ShouldBe("<uuid-1>");
        missing.ShouldBeNull();
    }

    [Fact]
    public async Task Etag_that_is_right_wins_and_a_stale_one_loses()
    {
        await using var sidecar = await PlayAsync(
            "state save, first-write, right etag", "state save, stale etag, no options (conflict?)", "state delete, stale If-Match (conflict)", "state delete, right If-Match");
        using var client = sidecar.Client;

        (await client.TrySaveStateAsync(Store, "k1", new { a = 2 }, "<uuid-1>", FirstWrite)).ShouldBeTrue();
        (await client.TrySaveStateAsync(Store, "k1", new { a = 3 }, "<uuid-1>")).ShouldBeFalse();
        (await client.TryDeleteStateAsync(Store, "k1", "<uuid-1>")).ShouldBeFalse();
        (await client.TryDeleteStateAsync(Store, "k1", "<uuid-2>")).ShouldBeTrue();
    }

    [Fact]
    public async Task Conflict_of_a_plain_save_throws_with_Daprs_code()
    {
        await using var sidecar = await PlayAsync("state save, first-write without etag, key exists");
        using var client = sidecar.Client;

        var refused = await Should.ThrowAsync<DaprApiException>(() => client.SaveStateAsync(Store, "k1", new { a = 4 }, FirstWrite));

        refused.ErrorCode.ShouldBe("ERR_STATE_SAVE");
        refused.Message.ShouldContain("possible etag mismatch");
    }

    [Fact]
    public async Task Bulk_get_and_transaction_are_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync("state bulk get with a missing key", "state transaction upsert and delete", "state save with ttlInSeconds 1");
        using var client = sidecar.Client;

        var items = await client.GetBulkStateAsync(Store, ["b1", "b2", "nokey"], parallelism: 2);
        await client.ExecuteStateTransactionAsync(Store,
        [
            new StateTransactionRequest("t1", """{"x":1}"""u8.ToArray(), StateOperationType.Upsert),
            new StateTransactionRequest("b2", null, StateOperationType.Delete),
        ]);
        await client.SaveStateAsync(Store, "ttl1", "v", metadata: new Dictionary<string, string> { ["ttlInSeconds"] = "1" });

        items.Select(item => item.Value).ShouldBe(["\"text\"", "22", ""]);
    }

    private static Task<RecordedSidecar> PlayAsync(params string[] cases) =>
        RecordedSidecar.PlayAsync("http-state-sqlite", [.. cases.Select(name => $"sqlitestore: {name}")]);
}
