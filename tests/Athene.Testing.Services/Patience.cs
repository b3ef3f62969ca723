namespace Athene.Testing.Services;

/// <summary>Waits for something to become so, with a limit.</summary>
public static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"Waited {Limit.TotalSeconds} s in vain for {what}.");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);
}
