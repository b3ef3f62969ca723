namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>How every make of terminal tells of changes.</summary>
public abstract class WaitForChangeContract(Func<RuntimeSettings, RuntimeHome> open) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly RuntimeHome home = open(new RuntimeSettings { LongestWait = TimeSpan.FromMinutes(10) });

    public void Dispose()
    {
        home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Wait_ends_when_an_agent_ends()
    {
        await home.Runtime.CreateAsync(home.Program("app-0", ["sleep", "60"]), default);
        var waiting = home.Runtime.WaitForChangeAsync(default);
        waiting.IsCompleted.ShouldBeFalse();

        // The first may end before the wait has reached whoever holds the terminals; a loop that waits looks again by itself.
        for (var number = 1; number <= 20 && !waiting.IsCompleted; number++)
        {
            var id = $"app-{number}";
            await home.Runtime.CreateAsync(home.Program(id, ["true"]), default);
            await Eventually.TrueAsync(async () => (await home.Runtime.FindAsync(id, default))!.HasResult, "the exit");
        }

        await waiting.WaitAsync(Limit);
    }

    [Fact]
    public async Task Wait_ends_when_a_terminal_is_closed_also_when_it_was_the_last()
    {
        await home.Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);
        var waiting = home.Runtime.WaitForChangeAsync(default);

        await home.Runtime.DestroyAsync("app-1", default);

        await waiting.WaitAsync(Limit);
    }

    [Fact]
    public async Task Wait_without_any_terminal_ends_with_the_first_one()
    {
        var waiting = home.Runtime.WaitForChangeAsync(default);

        await home.Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        await waiting.WaitAsync(Limit);
    }

    [Fact]
    public async Task Wait_ends_after_the_longest_wait_when_nothing_happens()
    {
        using var brief = open(new RuntimeSettings { LongestWait = TimeSpan.FromMilliseconds(50) });
        await brief.Runtime.WaitForChangeAsync(default).WaitAsync(Limit);
        await brief.Runtime.CreateAsync(brief.Program("app-1", ["sleep", "60"]), default);

        await brief.Runtime.WaitForChangeAsync(default).WaitAsync(Limit);
    }

    [Fact]
    public async Task Wait_can_be_cancelled_and_taken_up_again()
    {
        await home.Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);
        using (var cancelled = new CancellationTokenSource())
        {
            var waiting = home.Runtime.WaitForChangeAsync(cancelled.Token);
            await cancelled.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(waiting);
        }

        var again = home.Runtime.WaitForChangeAsync(default);
        await home.Runtime.DestroyAsync("app-1", default);
        await again.WaitAsync(Limit);
    }
}
