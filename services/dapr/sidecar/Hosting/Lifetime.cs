namespace Athene.Sidecar.Hosting;

/// <summary>How long something is to live, as apps give it: in whole seconds.</summary>
internal static class Lifetime
{
    /// <summary>A thousand years: what is to live longer lives for ever, and times can still be computed.</summary>
    private const long LongestSeconds = 31_557_600_000;

    /// <summary>Null for ever.</summary>
    public static TimeSpan? FromSeconds(long seconds) => seconds > LongestSeconds ? null : TimeSpan.FromSeconds(seconds);
}
