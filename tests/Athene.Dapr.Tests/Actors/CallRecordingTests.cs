using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Dapr.Tests.Client;

namespace Athene.Dapr.Tests.Actors;

/// <summary>The client asks what was recorded, word for word, and understands what was answered.</summary>
public sealed class CallRecordingTests
{
    [Fact]
    public async Task Calls_are_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync("actor method call PUT", "actor method call without body", "actor method call with reentrancy header");
        var actor = ProxyAt(sidecar);

        var answer = await actor.InvokeMethodAsync<object, JsonElement>("Inc", new { by = 2 });
        await actor.InvokeMethodAsync("Ping");
        ReentrancyChain.Current = "r-1";
        await actor.InvokeMethodAsync("Inc", 1);

        answer.GetProperty("got").GetString().ShouldBe("""{"by":2}""");
    }

    [Fact]
    public async Task Errors_are_the_recorded_ones()
    {
        await using var sidecar = await PlayAsync(
            "actor method error 500", "actor method answered 404", "actor method of an unknown actor type", "actor method error by X-DaprErrorResponseHeader");
        var actor = ProxyAt(sidecar);

        var broken = await Should.ThrowAsync<DaprApiException>(actor.InvokeMethodAsync("Fail", new { }));
        var missing = await Should.ThrowAsync<DaprApiException>(actor.InvokeMethodAsync("NotThere", new { }));
        var nobody = await Should.ThrowAsync<DaprApiException>(ProxyAt(sidecar, "Nobody").InvokeMethodAsync("Inc", new { }));
        var typed = await Should.ThrowAsync<ActorMethodInvocationException>(actor.InvokeMethodAsync("DaprError", new { }));

        broken.ErrorCode.ShouldBe("ERR_ACTOR_INVOKE_METHOD");
        broken.Message.ShouldContain("actor broke");
        missing.Message.ShouldContain("actor method not found");
        nobody.Message.ShouldContain("did not find address for actor 'Nobody/a1'");
        typed.InnerException!.Message.ShouldBe("typed actor error");
    }

    [Fact]
    public async Task State_is_read_and_committed_in_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync(
            "actor state transaction", "actor state get", "actor state get deleted key", "actor state transaction of an actor not activated");
        var state = StateAt(sidecar, "a1");

        await state.SetStateAsync("n", new { count = 1 });
        await state.SetStateAsync("gone", 1);
        await state.SaveStateAsync();
        await state.ClearCacheAsync();

        (await state.GetStateAsync<int>("n")).ShouldBe(2);
        (await state.TryGetStateAsync<int>("gone")).HasValue.ShouldBeFalse();
        var never = StateAt(sidecar, "never");
        await never.SetStateAsync("n", 1);
        (await Should.ThrowAsync<DaprApiException>(never.SaveStateAsync())).ErrorCode.ShouldBe("ERR_ACTOR_INSTANCE_MISSING");
    }

    [Fact]
    public async Task Time_to_live_and_removal_are_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync("actor state ttl: transaction", "actor state ttl: get", "actor state ttl: get after expiry");
        var state = StateAt(sidecar, "a1");

        await state.SetStateAsync("short", new { v = 1 }, TimeSpan.FromSeconds(2));
        await state.SaveStateAsync();
        await state.ClearCacheAsync();

        (await state.GetStateAsync<JsonElement>("short")).GetProperty("v").GetInt32().ShouldBe(1);
        await state.ClearCacheAsync();
        (await state.ContainsStateAsync("short")).ShouldBeFalse();
    }

    [Fact]
    public async Task Reminders_and_timers_are_the_recorded_requests()
    {
        await using var sidecar = await PlayAsync(
            "actor reminder get", "actor reminder delete", "actor reminder get after delete", "actor reminder delete missing", "actor timer delete");
        var timers = new SidecarTimerManager(ActorApi.At(sidecar.Endpoint, apiToken: null));

        var reminder = await timers.GetReminderAsync(Reminder("rep"));
        await timers.UnregisterReminderAsync(Reminder("rep"));
        (await timers.GetReminderAsync(Reminder("rep"))).ShouldBeNull();
        await timers.UnregisterReminderAsync(Reminder("nope"));
        await timers.UnregisterTimerAsync(new ActorTimerToken("Counter", new ActorId("a1"), "t2"));

        reminder!.State.ShouldBe("hello"u8.ToArray());
        reminder.DueTime.ShouldBe(TimeSpan.FromSeconds(30));
        reminder.Period.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Reminder_with_repetitions_is_the_recorded_body()
    {
        var recorded = HttpRecording.Read("http-actors")
            .First(record => record.GetProperty("case").GetString() == "actor reminder create repeating").GetProperty("request").GetProperty("body");

        var body = ScheduleJson.Of(new ActorReminder(
            "Counter", new ActorId("a1"), "rep", "hello"u8.ToArray(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), repetitions: 5));

        JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(recorded.GetString()!)).ShouldBeTrue();
    }

    private static Task<RecordedSidecar> PlayAsync(params string[] cases) => RecordedSidecar.PlayAsync("http-actors", cases);

    private static ActorProxy ProxyAt(RecordedSidecar sidecar, string type = "Counter") =>
        new ActorProxyFactory(new ActorProxyOptions { HttpEndpoint = sidecar.Endpoint }).Create(new ActorId("a1"), type);

    private static ActorReminderToken Reminder(string name) => new("Counter", new ActorId("a1"), name);

    private static IActorStateManager StateAt(RecordedSidecar sidecar, string id)
    {
        var actors = ActorApi.At(sidecar.Endpoint, apiToken: null);
        var store = new ActorStateStore(actors, JsonSerializerOptions.Web, TimeProvider.System);
        return new RecordedCounter(TestHosts.WithState<RecordedCounter>(store, id)).StateManager;
    }
}
