using Athene.Session.Workflows.Steps;

namespace Athene.Session.Tests.Workflows;

public sealed class KeyedGateTests
{
    private readonly KeyedGate gate = new();

    [Fact]
    public async Task Enter_sameKey_waitsForTheOneInside()
    {
        var first = await gate.EnterAsync("a");
        var second = gate.EnterAsync("a");
        second.IsCompleted.ShouldBeFalse();

        first.Dispose();

        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Fact]
    public async Task Enter_otherKey_doesNotWait()
    {
        using var first = await gate.EnterAsync("a");

        (await gate.EnterAsync("b").WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Fact]
    public async Task Enter_cancelled_leavesTheGateUsable()
    {
        using var cancelled = new CancellationTokenSource();
        var first = await gate.EnterAsync("a");
        var waiting = gate.EnterAsync("a", cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);

        first.Dispose();
        first.Dispose();

        (await gate.EnterAsync("a").WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Fact]
    public async Task Enter_manyAtOnce_areNeverTwoInside()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            using var pass = await gate.EnterAsync($"{number % 2}");
            if (number % 2 == 0) most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            if (number % 2 == 0) Interlocked.Decrement(ref inside);
        }));

        most.ShouldBe(1);
    }
}
