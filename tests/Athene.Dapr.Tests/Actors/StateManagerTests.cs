using System.Text.Json;

namespace Athene.Dapr.Tests.Actors;

/// <summary>What an actor's state looks like from within, and what of it reaches the sidecar.</summary>
public sealed class StateManagerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private PassingSidecar sidecar = null!;
    private IActorStateManager state = null!;

    public async Task InitializeAsync()
    {
        sidecar = await PassingSidecar.StartAsync();
        state = NewActivation();
    }

    public async Task DisposeAsync() => await sidecar.DisposeAsync();

    [Fact]
    public async Task Changes_are_seen_at_once_and_stored_only_when_they_are_saved()
    {
        await state.SetStateAsync("a", "one");

        (await state.GetStateAsync<string>("a")).ShouldBe("one");
        (await NewActivation().ContainsStateAsync("a")).ShouldBeFalse();
        await state.SaveStateAsync();
        (await NewActivation().GetStateAsync<string>("a")).ShouldBe("one");
    }

    [Fact]
    public async Task Cleared_changes_are_gone()
    {
        await SaveAsync("a", 1);
        await state.SetStateAsync("a", 2);
        await state.SetStateAsync("b", 2);

        await state.ClearCacheAsync();
        await state.SaveStateAsync();

        (await state.GetStateAsync<int>("a")).ShouldBe(1);
        (await state.ContainsStateAsync("b")).ShouldBeFalse();
        sidecar.Commits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Value_is_added_only_where_there_is_none()
    {
        (await state.TryAddStateAsync("a", 1)).ShouldBeTrue();
        (await state.TryAddStateAsync("a", 2)).ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(state.AddStateAsync("a", 2));
        (await state.GetOrAddStateAsync("a", 3)).ShouldBe(1);
        (await state.GetOrAddStateAsync("b", 3)).ShouldBe(3);
        (await state.AddOrUpdateStateAsync("b", 0, (name, value) => value + name.Length)).ShouldBe(4);
        (await state.AddOrUpdateStateAsync("c", 5, (_, _) => 0)).ShouldBe(5);
    }

    [Fact]
    public async Task Removed_value_is_absent_at_once_and_deleted_when_it_is_saved()
    {
        await SaveAsync("a", 1);

        await state.RemoveStateAsync("a");

        (await state.TryGetStateAsync<int>("a")).HasValue.ShouldBeFalse();
        (await state.TryRemoveStateAsync("a")).ShouldBeFalse();
        await Should.ThrowAsync<KeyNotFoundException>(state.RemoveStateAsync("a"));
        await Should.ThrowAsync<KeyNotFoundException>(state.GetStateAsync<int>("a"));
        await state.SaveStateAsync();
        sidecar.Commits.Last().ShouldBe("""[{"operation":"delete","request":{"key":"a"}}]""");
    }

    [Fact]
    public async Task Value_that_is_added_after_its_removal_overwrites_and_one_removed_after_its_addition_leaves_no_trace()
    {
        await SaveAsync("a", 1);
        await state.RemoveStateAsync("a");
        await state.AddStateAsync("a", 2);
        await state.AddStateAsync("b", 1);
        await state.RemoveStateAsync("b");

        await state.SaveStateAsync();

        sidecar.Commits.Last().ShouldBe("""[{"operation":"upsert","request":{"key":"a","value":2}}]""");
    }

    [Fact]
    public async Task Value_that_was_set_without_a_look_and_removed_is_deleted()
    {
        await SaveAsync("a", 1);
        await state.ClearCacheAsync();
        await state.SetStateAsync("a", 2);
        await state.RemoveStateAsync("a");

        await state.SaveStateAsync();

        (await NewActivation().ContainsStateAsync("a")).ShouldBeFalse();
    }

    [Fact]
    public async Task Null_is_a_value()
    {
        await SaveAsync<string?>("a", null);

        (await state.TryGetStateAsync<string?>("a")).ShouldBe(new ConditionalValue<string?>(true, null));
        (await NewActivation().TryGetStateAsync<string?>("a")).ShouldBe(new ConditionalValue<string?>(true, null));
    }

    [Fact]
    public async Task Value_with_a_time_to_live_is_stored_with_it_and_gone_after_it()
    {
        await state.SetStateAsync("a", 1, TimeSpan.FromSeconds(90));
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await state.SaveStateAsync();

        sidecar.Commits.Last().ShouldBe("""[{"operation":"upsert","request":{"key":"a","value":1,"metadata":{"ttlInSeconds":"90"}}}]""");
        (await state.ContainsStateAsync("a")).ShouldBeTrue();
        clock.Advance(TimeSpan.FromSeconds(90));
        (await state.ContainsStateAsync("a")).ShouldBeFalse();
        (await state.TryAddStateAsync("a", 2, TimeSpan.FromSeconds(1))).ShouldBeTrue();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => state.SetStateAsync("a", 1, TimeSpan.Zero));
    }

    [Fact]
    public async Task Value_that_expired_before_it_was_saved_is_deleted()
    {
        await state.SetStateAsync("a", 1, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(2));

        await state.SaveStateAsync();

        sidecar.Commits.Last().ShouldBe("""[{"operation":"delete","request":{"key":"a"}}]""");
    }

    [Fact]
    public async Task Unloaded_value_is_read_again_and_a_change_is_not_unloaded_by_mistake()
    {
        await SaveAsync("a", 1);
        await state.UnloadStateAsync("a");
        (await state.GetStateAsync<int>("a")).ShouldBe(1);
        sidecar.Reads.Count.ShouldBe(1);
        await state.SetStateAsync("a", 2);

        await Should.ThrowAsync<InvalidOperationException>(() => state.UnloadStateAsync("a"));
        await state.UnloadStateAsync("a", new UnloadStateOptions { AllowUnloadingWhenStateModified = true });

        (await state.GetStateAsync<int>("a")).ShouldBe(1);
    }

    [Fact]
    public async Task Value_asked_for_as_another_type_than_it_is_held_is_refused()
    {
        await state.SetStateAsync("a", 1);

        (await Should.ThrowAsync<InvalidCastException>(state.GetStateAsync<string>("a"))).Message.ShouldContain("held as System.Int32");
    }

    private async Task SaveAsync<T>(string name, T value)
    {
        await state.SetStateAsync(name, value);
        await state.SaveStateAsync();
    }

    private IActorStateManager NewActivation()
    {
        var actors = ActorApi.At(sidecar.Address.ToString(), apiToken: null);
        return new RecordedCounter(TestHosts.WithState<RecordedCounter>(new ActorStateStore(actors, JsonSerializerOptions.Web, clock), "a")).StateManager;
    }
}
