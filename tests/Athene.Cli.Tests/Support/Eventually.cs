namespace Athene.Cli.Tests.Support;

/// <summary>Waits for what other processes bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Asks again and again until there is an answer.</summary>
    public static async Task<T> GetAsync<T>(Func<T?> ask, string what)
        where T : class
    {
        var deadline = DateTimeOffset.UtcNow + Limit;
        while (DateTimeOffset.UtcNow < deadline)
        {
            if (ask() is { } answer) return answer;
            await Task.Delay(20);
        }

        throw new TimeoutException($"After {Limit.TotalSeconds} s still not: {what}");
    }

    public static Task IsAsync(Func<bool> condition, string what) => GetAsync(() => condition() ? "yes" : null, what);
}
