using System.Diagnostics;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Waits until something is so, and says what did not happen when it takes too long.</summary>
internal static class Within
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await look() is { } found) return found;
            if (Stopwatch.GetElapsedTime(started) > (limit ?? Limit)) throw new TimeoutException($"Within {(limit ?? Limit).TotalSeconds:0} s it did not happen that {what}.");
            await Task.Delay(BetweenLooks);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null) =>
        GetAsync(async () => await condition() ? "yes" : null, what, limit);

    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? limit = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, limit);
}
