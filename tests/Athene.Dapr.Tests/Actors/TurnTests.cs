using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Actors;

/// <summary>What a turn does to its actor and to its state, seen from outside the app.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private readonly TurnWatch watch = new();
    private ActorApp app = null!;

    private ICounter Counter => app.Proxies.CreateActorProxy<ICounter>(new ActorId("c"), nameof(Counter));

    public async Task InitializeAsync() => app = await ActorApp.StartAsync(
        options =>
        {
            options.Actors.RegisterActor<Counter>();
            options.Actors.RegisterActor<Helper>();
            options.ReentrancyConfig = new ActorReentrancyConfig { Enabled = true };
        },
        services => services.AddSingleton(watch));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Changes_of_a_turn_are_committed_once_after_its_end()
    {
        (await Counter.AddAsync(2)).ShouldBe(2);

        app.Sidecar.Commits.ShouldBe(["""[{"operation":"upsert","request":{"key":"count","value":2}}]"""]);
        watch.Notes.ShouldBe(["activate c", "before AddAsync c", "after AddAsync c"]);
    }

    [Fact]
    public async Task State_is_read_once_an_activation_and_a_turn_without_changes_commits_nothing()
    {
        await Counter.AddAsync(2);

        (await Counter.GetAsync()).ShouldBe(2);

        app.Sidecar.Reads.Count.ShouldBe(1);
        app.Sidecar.Commits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Failure_comes_to_the_caller_with_type_and_message_and_changes_nothing()
    {
        await Counter.AddAsync(2);

        var failed = await Should.ThrowAsync<ActorMethodInvocationException>(Counter.AddThenThrowAsync(5));

        var thrown = failed.InnerException.ShouldBeOfType<ActorInvokeException>();
        thrown.ActualExceptionType.ShouldBe("System.TimeoutException");
        thrown.Message.ShouldBe("the count is too high");
        failed.Message.ShouldBe("AddThenThrowAsync of actor Counter/c failed with System.TimeoutException: the count is too high");
        app.Sidecar.Commits.Count.ShouldBe(1);
        (await Counter.GetAsync()).ShouldBe(2);
        watch.Notes.ShouldContain("failed AddThenThrowAsync: TimeoutException c");
    }

    [Fact]
    public async Task Commit_that_is_refused_fails_the_turn_and_is_forgotten()
    {
        await Counter.AddAsync(2);
        app.Sidecar.RefusesCommits = true;

        var failed = await Should.ThrowAsync<ActorMethodInvocationException>(Counter.AddAsync(5));

        failed.Message.ShouldContain("the disk is full");
        app.Sidecar.RefusesCommits = false;
        (await Counter.GetAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Fifty_callers_have_their_turns_one_after_another()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Counter.AddSlowlyAsync(CancellationToken.None)));

        counts.Order().ShouldBe(Enumerable.Range(1, 50));
        watch.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task Actor_that_is_called_back_joins_its_own_turn_and_sees_what_is_committed()
    {
        (await Counter.AddAroundAsync("h")).ShouldBe(0);

        (await Counter.GetAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Failure_of_an_inner_turn_leaves_the_changes_of_the_outer_one()
    {
        await Counter.AddAndCallBackInVainAsync("h");

        (await Counter.GetAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Deactivated_actor_hears_of_it_and_is_disposed_and_made_anew_for_the_next_turn()
    {
        await Counter.AddAsync(1);

        (await app.Http.DeleteAsync("/actors/Counter/c")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Http.DeleteAsync("/actors/Counter/c")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Counter.AddAsync(1)).ShouldBe(2);

        watch.Notes.ShouldBe(
        [
            "activate c", "before AddAsync c", "after AddAsync c", "deactivate c", "dispose c",
            "activate c", "before AddAsync c", "after AddAsync c",
        ]);
    }

    [Fact]
    public async Task Untyped_caller_gets_plain_JSON_and_an_error_that_says_what_was_thrown()
    {
        var counter = app.Proxies.Create(new ActorId("with/slash and ü"), nameof(Counter));

        (await counter.InvokeMethodAsync<int, int>("AddAsync", 3)).ShouldBe(3);
        (await counter.InvokeMethodAsync<int>("GetAsync")).ShouldBe(3);
        var failed = await Should.ThrowAsync<DaprApiException>(counter.InvokeMethodAsync("AddThenThrowAsync", 1));

        failed.ErrorCode.ShouldBe("ERR_ACTOR_INVOKE_METHOD");
        failed.Message.ShouldContain("the count is too high");
        (await counter.InvokeMethodAsync<int>("GetAsync")).ShouldBe(3);
    }

    [Theory]
    [InlineData("/actors/Counter/c/method/NoSuchMethod", "1", HttpStatusCode.NotFound, "has no method NoSuchMethod")]
    [InlineData("/actors/Nobody/c/method/AddAsync", "1", HttpStatusCode.NotFound, "hosts no actors of type Nobody")]
    [InlineData("/actors/Counter/c/method/AddAsync", "\"one\"", HttpStatusCode.BadRequest, "is no JSON of a Int32")]
    [InlineData("/actors/Counter/c/method/AddAsync", "", HttpStatusCode.BadRequest, "is no JSON of a Int32")]
    [InlineData("/actors/Counter/%20/method/AddAsync", "1", HttpStatusCode.BadRequest, "names no actor")]
    [InlineData("/actors/Counter/c/method/remind/r", """{"dueTime":"","period":""}""", HttpStatusCode.NotFound, "does not implement IRemindable")]
    [InlineData("/actors/Counter/c/method/timer/t", """{"dueTime":"soon"}""", HttpStatusCode.BadRequest, "'soon' is no duration")]
    [InlineData("/actors/Counter/c/method/timer/t", """{"dueTime":"1s"}""", HttpStatusCode.BadRequest, "names no callback")]
    public async Task Request_that_cannot_become_a_turn_is_refused_with_the_reason(string path, string body, HttpStatusCode status, string reason)
    {
        using var content = new StringContent(body);

        using var answer = await app.Http.PutAsync(path, content);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task Remoting_of_the_official_SDK_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/actors/Counter/c/method/AddAsync") { Content = JsonContent.Create(1) };
        request.Headers.Add("X-DaprRequestHeader", "<ActorRequestMessageHeader/>");

        using var answer = await app.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("untyped proxy");
    }
}
