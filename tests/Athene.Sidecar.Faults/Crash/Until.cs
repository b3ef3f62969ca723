namespace Athene.Sidecar.Faults.Crash;

/// <summary>Waits for what a restarted fleet has to reach; the limit is that of something lost, not of something slow.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task IsAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"Not within {Limit}: {otherwise()}");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public static Task IsAsync(Func<bool> condition, Func<string> otherwise) => IsAsync(() => Task.FromResult(condition()), otherwise);
}
