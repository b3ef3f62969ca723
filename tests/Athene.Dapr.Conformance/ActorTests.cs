using Athene.Dapr.Conformance.Actors;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class ActorTests(ConformanceApp app)
{
    private readonly string id = ConformanceApp.NewId();

    private IAccount Account => Proxy<IAccount>(nameof(Account));

    [ConformanceFact]
    public async Task Typed_calls_take_and_hand_back_values()
    {
        (await Account.DepositAsync(new Deposit(3, "größer"))).ShouldBe(3);
        (await Account.DepositAsync(new Deposit(4, ""))).ShouldBe(7);
        (await Account.BalanceAsync()).ShouldBe(7);
    }

    [ConformanceFact]
    public async Task Untyped_calls_reach_the_same_actor()
    {
        await Account.DepositAsync(new Deposit(3, ""));
        var account = app.Actors.Create(new ActorId(id), nameof(Account));

        (await account.InvokeMethodAsync<Deposit, int>("DepositAsync", new Deposit(4, ""))).ShouldBe(7);
        (await account.InvokeMethodAsync<int>("BalanceAsync")).ShouldBe(7);
        await account.InvokeMethodAsync("CloseAsync");
        (await Account.IsOpenAsync()).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task Actor_whose_id_has_slashes_and_spaces_is_one_of_its_own()
    {
        var slashed = Proxy<IAccount>(nameof(Account), id + "/a b");
        await slashed.DepositAsync(new Deposit(1, ""));

        (await slashed.BalanceAsync()).ShouldBe(1);
        (await Account.BalanceAsync()).ShouldBe(0);
    }

    [ConformanceFact]
    public async Task Turn_that_fails_changes_nothing_and_says_what_was_thrown()
    {
        await Account.DepositAsync(new Deposit(3, ""));

        var failed = await Should.ThrowAsync<ActorMethodInvocationException>(Account.DepositThenFailAsync(new Deposit(5, "")));

        failed.InnerException.ShouldBeOfType<ActorInvokeException>().ActualExceptionType.ShouldBe("System.ArgumentException");
        failed.InnerException!.Message.ShouldBe("no deposits of 5");
        (await Account.BalanceAsync()).ShouldBe(3);
    }

    [ConformanceFact]
    public async Task Removed_state_is_gone()
    {
        await Account.DepositAsync(new Deposit(3, "note"));

        await Account.CloseAsync();

        (await Account.IsOpenAsync()).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task State_outlives_the_app()
    {
        await Account.DepositAsync(new Deposit(3, ""));

        await app.RestartAppAsync();

        await Eventually.IsAsync(async () => await CallsAsync(async () => (await Account.BalanceAsync()).ShouldBe(3)));
    }

    [ConformanceFact]
    public async Task Fifty_callers_have_their_turns_one_after_another()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Account.CountTurnsAsync(CancellationToken.None)));

        turns.Order().ShouldBe(Enumerable.Range(1, 50));
        Actors.Account.Overlaps.ShouldNotContain(id);
    }

    [ConformanceFact]
    public async Task Actor_is_called_back_by_what_it_calls()
    {
        var bounce = new Bounce(id, id + "-other", Depth: 3);

        (await Proxy<IPinger>(nameof(Pinger)).BounceAsync(bounce).WaitAsync(ConformanceApp.Limit)).ShouldBe(6);
    }

    [ConformanceFact]
    public async Task Idle_actor_is_deactivated_and_starts_anew()
    {
        var napper = Proxy<INapper>(nameof(Napper));
        (await napper.TouchAsync()).ShouldBe(1);
        (await napper.TouchAsync()).ShouldBe(2);

        await Eventually.IsAsync(() => Napper.Asleep.ContainsKey(id));

        (await napper.TouchAsync()).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Unknown_actor_type_and_unknown_method_are_refused()
    {
        var nobody = await Should.ThrowAsync<DaprApiException>(app.Actors.Create(new ActorId(id), "Nobody").InvokeMethodAsync("Ping"));
        var nothing = await Should.ThrowAsync<DaprApiException>(app.Actors.Create(new ActorId(id), nameof(Account)).InvokeMethodAsync("NoSuchMethod"));

        nobody.ErrorCode.ShouldBe("ERR_ACTOR_INVOKE_METHOD");
        nobody.Message.ShouldContain($"Nobody/{id}");
        nothing.Message.ShouldContain("actor method not found");
    }

    private TActor Proxy<TActor>(string type, string? actorId = null)
        where TActor : IActor =>
        app.Actors.CreateActorProxy<TActor>(new ActorId(actorId ?? id), type);

    private static async Task<bool> CallsAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (DaprException)
        {
            // The sidecar has not seen yet that the app is back.
            return false;
        }
    }
}
