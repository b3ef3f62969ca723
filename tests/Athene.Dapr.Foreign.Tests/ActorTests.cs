namespace Athene.Dapr.Foreign;

/// <summary>Actors of the JavaScript SDK, hosted by its <c>DaprServer</c> and called through its proxies. The scripts are in <c>JavaScript/actors.js</c>.</summary>
public sealed class ActorTests : ForeignTest
{
    [Theory, MemberData(nameof(Protocols))]
    public async Task State_of_an_actor_is_kept_between_turns(string protocol) =>
        (await RunAsync("actors.js", "stateIsKept", protocol)).ShouldBe("""{"counts":[1,3,5],"afterwards":1}""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task One_actor_runs_one_turn_at_a_time(string protocol) => (await RunAsync("actors.js", "turns", protocol)).ShouldBe("[1,2,3,4,5]");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Failing_method_fails_the_call_and_not_the_actor(string protocol) => (await RunAsync("actors.js", "failure", protocol)).ShouldBe("[false,true]");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Reminder_is_repeated_until_it_is_deleted(string protocol) => (await RunAsync("actors.js", "reminder", protocol)).ShouldBe("""["reminder","reminder"]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Timer_is_repeated_until_it_is_deleted(string protocol) => (await RunAsync("actors.js", "timer", protocol)).ShouldBe("""["timer","timer"]""");
}
