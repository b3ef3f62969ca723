namespace Athene.Dapr.Foreign;

/// <summary>State, as the JavaScript SDK saves and reads it. The scripts are in <c>JavaScript/state.js</c>.</summary>
public sealed class StateTests : ForeignTest
{
    [Theory, MemberData(nameof(Protocols))]
    public async Task Saved_values_are_read_back(string protocol) =>
        (await RunAsync("state.js", "saveAndGet", protocol)).ShouldBe("""[{"n":1,"nested":{"ok":true}},"plain",""]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Bulk_get_answers_in_the_order_asked(string protocol) =>
        (await RunAsync("state.js", "getBulk", protocol)).ShouldBe("""[["b",{"n":2},true],["absent",null,false],["a",{"n":1},true]]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Deleted_key_is_gone(string protocol) => (await RunAsync("state.js", "delete", protocol)).ShouldBe("\"\"");

    [Theory]
    [InlineData("http", "409 ERR_STATE_SAVE", "409 ERR_STATE_DELETE")]
    [InlineData("grpc", "[aborted] failed saving state in state store statestore: possible etag mismatch. error from state store",
        "[aborted] failed deleting state with key k: possible etag mismatch. error from state store")]
    public async Task Only_the_current_etag_wins(string protocol, string lost, string notDeleted) =>
        (await RunAsync("state.js", "etags", protocol)).ShouldBe($$$"""{"won":"done","lost":"{{{lost}}}","notDeleted":"{{{notDeleted}}}","value":{"n":2},"deleted":"done"}""");

    [Theory]
    [InlineData("http", "409 ERR_STATE_SAVE")]
    [InlineData("grpc", "[aborted] failed saving state in state store statestore: possible etag mismatch. error from state store")]
    public async Task First_write_wins_once(string protocol, string refusal) =>
        (await RunAsync("state.js", "firstWrite", protocol)).ShouldBe($$$"""{"outcomes":["done","{{{refusal}}}"],"value":{"n":1}}""");

    [Theory]
    [InlineData("http", "500 ERR_STATE_TRANSACTION")]
    [InlineData("grpc", "[internal] error while executing state transaction: possible etag mismatch. error from state store")]
    public async Task Transaction_is_all_or_nothing(string protocol, string refusal) =>
        (await RunAsync("state.js", "transaction", protocol)).ShouldBe($$"""{"values":["2","",""],"lost":"{{refusal}}"}""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Value_with_a_time_to_live_disappears(string protocol) => (await RunAsync("state.js", "timeToLive", protocol)).ShouldBe("""{"n":1}""");

    [Theory]
    [InlineData("http", """["400 ERR_STATE_STORE_NOT_FOUND","400 ERR_MALFORMED_REQUEST","500 ERR_STATE_STORE_NOT_SUPPORTED"]""")]
    [InlineData("grpc", """
        ["[invalid_argument] state store nowhere is not found","[invalid_argument] api error: code = InvalidArgument desc = input key/keyPrefix 'a||b' can't contain '||'","[unimplemented] QueryStateAlpha1 is not offered by the embedded sidecar; it takes Dapr itself."]
        """)]
    public async Task What_cannot_be_done_is_refused(string protocol, string refusals) => (await RunAsync("state.js", "refusals", protocol)).ShouldBe(refusals);
}
