namespace Athene.Session.Tests;

/// <summary>Waits for what other processes do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!limit.IsCancellationRequested)
        {
            if (await look() is { } found) return found;
            await Task.Delay(10, CancellationToken.None);
        }

        throw new TimeoutException($"{what} did not happen within {Limit.TotalSeconds:0} s");
    }

    public static Task TrueAsync(Func<Task<bool>> condition, string what) =>
        GetAsync(async () => await condition() ? "yes" : null, what);

    /// <summary>The content of a file once another process has moved it into its place.</summary>
    public static Task<string> FileAsync(string path) =>
        GetAsync(() => Task.FromResult(File.Exists(path) ? File.ReadAllText(path) : null), $"the file {path}");
}
