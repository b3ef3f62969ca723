using Athene.Sidecar.Actors;

namespace Athene.Sidecar.Tests.Actors;

public sealed class TurnQueueTests
{
    private const int Deep = 32;
    private readonly TurnQueue queue = new();

    [Fact]
    public async Task Calls_enter_one_at_a_time_in_the_order_of_arrival()
    {
        await queue.EnterAsync(null, Deep, default);
        var waiting = Enumerable.Range(0, 5).Select(_ => queue.EnterAsync(null, Deep, default).AsTask()).ToList();
        foreach (var (call, behind) in waiting.Select((call, index) => (call, waiting.Skip(index + 1))))
        {
            call.IsCompleted.ShouldBeFalse();
            queue.Leave();
            (await call).ShouldBeTrue();
            behind.ShouldAllBe(later => !later.IsCompleted);
        }
    }

    [Fact]
    public async Task Call_of_the_chain_that_is_in_enters_at_once_and_holds_the_turn_with_it()
    {
        await queue.EnterAsync("a", Deep, default);
        var stranger = queue.EnterAsync("b", Deep, default).AsTask();
        (await queue.EnterAsync("a", Deep, default)).ShouldBeTrue();
        queue.Leave();
        stranger.IsCompleted.ShouldBeFalse();
        queue.Leave();
        (await stranger).ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_calls_of_one_chain_enter_together()
    {
        await queue.EnterAsync("a", Deep, default);
        var first = queue.EnterAsync("b", Deep, default).AsTask();
        var stranger = queue.EnterAsync("c", Deep, default).AsTask();
        var second = queue.EnterAsync("b", Deep, default).AsTask();
        queue.Leave();
        await Task.WhenAll(first, second);
        stranger.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Chain_that_is_too_deep_is_refused_and_the_turn_goes_on()
    {
        await queue.EnterAsync("a", 2, default);
        await queue.EnterAsync("a", 2, default);
        (await Should.ThrowAsync<ActorException>(async () => await queue.EnterAsync("a", 2, default))).Message.ShouldContain("maximum stack depth exceeded");
        queue.Leave();
        queue.IsHeld.ShouldBeTrue();
        queue.Leave();
        queue.IsHeld.ShouldBeFalse();
    }

    [Fact]
    public async Task Caller_that_leaves_while_waiting_loses_its_place_only()
    {
        await queue.EnterAsync(null, Deep, default);
        using var leaving = new CancellationTokenSource();
        var gone = queue.EnterAsync(null, Deep, leaving.Token).AsTask();
        var patient = queue.EnterAsync(null, Deep, default).AsTask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        queue.Leave();
        (await patient).ShouldBeTrue();
    }

    [Fact]
    public async Task Queue_in_use_cannot_be_retired_and_a_retired_one_not_entered()
    {
        await queue.EnterAsync(null, Deep, default);
        queue.TryRetire().ShouldBeFalse();
        queue.Leave();
        queue.TryRetire().ShouldBeTrue();
        (await queue.EnterAsync(null, Deep, default)).ShouldBeFalse();
        queue.TryEnter().ShouldBeFalse();
    }
}
