namespace Athene.Dapr.Conformance;

/// <summary>Waits for something that cannot be awaited.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    public static Task IsAsync(Func<bool> condition) => IsAsync(() => Task.FromResult(condition()));

    public static async Task IsAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(ConformanceApp.Limit);
        using var timer = new PeriodicTimer(Period);
        while (!await condition()) await timer.WaitForNextTickAsync(limit.Token);
    }
}
