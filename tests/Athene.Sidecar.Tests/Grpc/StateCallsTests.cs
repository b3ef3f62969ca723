using System.Text;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>State over gRPC.</summary>
public sealed class StateCallsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private SidecarHost host = null!;
    private RuntimeClient client = null!;

    public async Task InitializeAsync()
    {
        host = await SidecarHost.StartAsync(clock: clock);
        client = RuntimeClient.Of(host);
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Get_of_a_saved_key_answers_the_same_bytes_with_an_etag()
    {
        var bytes = ByteString.CopyFrom(0, 255, 10);
        await SaveAsync(new StateItem { Key = "k", Value = bytes });
        var found = await GetAsync("k");
        found.Data.ShouldBe(bytes);
        found.Etag.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_of_an_absent_key_answers_nothing() => (await GetAsync("absent")).ShouldBe(new GetStateResponse());

    [Fact]
    public async Task What_is_saved_over_grpc_is_there_over_http_and_the_other_way_round()
    {
        await SaveAsync(Item("grpc", """{"n":1}"""));
        (await host.Http.GetStringAsync("/v1.0/state/statestore/grpc")).ShouldBe("""{"n":1}""");
        await host.Http.PostAsync("/v1.0/state/statestore", new StringContent("""[{"key":"http","value":{"n":2}}]"""));
        (await GetAsync("http")).Data.ToStringUtf8().ShouldBe("""{"n":2}""");
    }

    [Fact]
    public async Task Bulk_get_over_http_names_a_value_that_is_not_json()
    {
        await SaveAsync(Item("text", "not json"));
        var answer = await host.Http.PostAsync("/v1.0/state/statestore/bulk", new StringContent("""{"keys":["text"]}"""));
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldContain("is not JSON");
        body.ShouldNotContain("\"data\"");
        (await host.Http.GetStringAsync("/v1.0/state/statestore/text")).ShouldBe("not json");
    }

    [Fact]
    public async Task Bulk_get_answers_in_the_order_of_the_keys()
    {
        await SaveAsync(Item("a", "1"), Item("b", "2"));
        var request = new GetBulkStateRequest { StoreName = "statestore", Keys = { "b", "absent", "a" } };
        var items = (await client.CallAsync("GetBulkState", request, GetBulkStateResponse.Parser)).Items;
        items.Select(item => (item.Key, item.Data.ToStringUtf8(), item.Etag.Length > 0)).ShouldBe([("b", "2", true), ("absent", "", false), ("a", "1", true)]);
    }

    [Fact]
    public async Task Save_with_a_lost_etag_is_aborted()
    {
        await SaveAsync(Item("k", "1"));
        var item = Item("k", "2");
        item.Etag = new Etag { Value = "another" };
        var refusal = await client.RefusalAsync("SaveState", new SaveStateRequest { StoreName = "statestore", States = { item } });
        refusal.Status.ShouldBe(GrpcStatus.Aborted);
        refusal.Message.ShouldBe("failed saving state in state store statestore: possible etag mismatch. error from state store");
        (await GetAsync("k")).Data.ToStringUtf8().ShouldBe("1");
    }

    [Fact]
    public async Task Save_with_the_current_etag_changes_it()
    {
        await SaveAsync(Item("k", "1"));
        var before = (await GetAsync("k")).Etag;
        var item = Item("k", "2");
        item.Etag = new Etag { Value = before };
        await SaveAsync(item);
        (await GetAsync("k")).Etag.ShouldNotBe(before);
    }

    [Fact]
    public async Task First_write_of_an_existing_key_is_aborted()
    {
        var item = Item("k", "1");
        item.Options = new StateOptions { Concurrency = StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite };
        await SaveAsync(item);
        (await client.RefusalAsync("SaveState", new SaveStateRequest { StoreName = "statestore", States = { item } })).Status.ShouldBe(GrpcStatus.Aborted);
    }

    [Fact]
    public async Task Time_to_live_is_shown_and_kept()
    {
        var item = Item("k", "1");
        item.Metadata["ttlInSeconds"] = "1";
        await SaveAsync(item);
        (await GetAsync("k")).Metadata.ShouldContainKey("ttlExpireTime");
        clock.Advance(TimeSpan.FromSeconds(2));
        (await GetAsync("k")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_removes_one_key_and_bulk_delete_many()
    {
        await SaveAsync(Item("a", "1"), Item("b", "2"), Item("c", "3"));
        await client.DoAsync("DeleteState", new DeleteStateRequest { StoreName = "statestore", Key = "a" });
        await client.DoAsync("DeleteBulkState", new DeleteBulkStateRequest { StoreName = "statestore", States = { new StateItem { Key = "b" }, new StateItem { Key = "c" } } });
        foreach (var key in (string[])["a", "b", "c"]) (await GetAsync(key)).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_with_a_lost_etag_is_aborted()
    {
        await SaveAsync(Item("k", "1"));
        var etag = new Etag { Value = "another" };
        (await client.RefusalAsync("DeleteState", new DeleteStateRequest { StoreName = "statestore", Key = "k", Etag = etag })).Status.ShouldBe(GrpcStatus.Aborted);
        var many = new DeleteBulkStateRequest { StoreName = "statestore", States = { new StateItem { Key = "k", Etag = etag } } };
        (await client.RefusalAsync("DeleteBulkState", many)).Status.ShouldBe(GrpcStatus.Aborted);
        (await GetAsync("k")).Data.ToStringUtf8().ShouldBe("1");
    }

    [Fact]
    public async Task Transaction_writes_everything()
    {
        await SaveAsync(Item("old", "1"));
        await client.DoAsync("ExecuteStateTransaction", Transaction(("upsert", Item("new", "2")), ("delete", Item("old", ""))));
        (await GetAsync("new")).Data.ToStringUtf8().ShouldBe("2");
        (await GetAsync("old")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Transaction_with_a_lost_etag_is_internal_and_writes_nothing()
    {
        var lost = Item("b", "2");
        lost.Etag = new Etag { Value = "another" };
        var refusal = await client.RefusalAsync("ExecuteStateTransaction", Transaction(("upsert", Item("a", "1")), ("upsert", lost)));
        refusal.Status.ShouldBe(GrpcStatus.Internal);
        (await GetAsync("a")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Transaction_with_an_unknown_operation_is_unimplemented() =>
        (await client.RefusalAsync("ExecuteStateTransaction", Transaction(("increment", Item("a", "1"))))).ShouldBe((GrpcStatus.Unimplemented, "operation type increment not supported"));

    [Fact]
    public async Task Unknown_store_is_an_invalid_argument() =>
        (await client.RefusalAsync("GetState", new GetStateRequest { StoreName = "nowhere", Key = "k" })).ShouldBe((GrpcStatus.InvalidArgument, "state store nowhere is not found"));

    [Theory]
    [InlineData("a||b")]
    [InlineData("")]
    public async Task Illegal_key_is_an_invalid_argument(string key)
    {
        (await client.RefusalAsync("GetState", new GetStateRequest { StoreName = "statestore", Key = key })).Status.ShouldBe(GrpcStatus.InvalidArgument);
        (await client.RefusalAsync("SaveState", new SaveStateRequest { StoreName = "statestore", States = { Item(key, "1") } })).Status.ShouldBe(GrpcStatus.InvalidArgument);
    }

    private static StateItem Item(string key, string value) => new() { Key = key, Value = ByteString.CopyFrom(value, Encoding.UTF8) };

    private static ExecuteStateTransactionRequest Transaction(params (string Type, StateItem Request)[] operations)
    {
        var request = new ExecuteStateTransactionRequest { StoreName = "statestore" };
        request.Operations.AddRange(operations.Select(operation => new TransactionalStateOperation { OperationType = operation.Type, Request = operation.Request }));
        return request;
    }

    private Task SaveAsync(params StateItem[] items) => client.DoAsync("SaveState", new SaveStateRequest { StoreName = "statestore", States = { items } });

    private Task<GetStateResponse> GetAsync(string key) =>
        client.CallAsync("GetState", new GetStateRequest { StoreName = "statestore", Key = key }, GetStateResponse.Parser);
}
