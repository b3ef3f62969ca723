using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Athene.TrackerBridge.Budget;

/// <summary>Reads what hosts say about their limits: GitHub's <c>x-ratelimit-…</c>, GitLab's <c>RateLimit-…</c>, Linear's <c>x-ratelimit-requests-…</c>, and <c>Retry-After</c>. Pure.</summary>
public static class RateLimitHeaders
{
    /// <summary>GitHub says a secondary limit in words only, when it does not say how long to wait.</summary>
    private const string InWords = "rate limit";

    /// <summary>In seconds it would be the year 5138.</summary>
    private const long FirstInMilliseconds = 100_000_000_000;

    /// <param name="pool">What the request counts against, unless the answer names it.</param>
    /// <param name="said">The text of a refusal; null when it was not read.</param>
    public static HostAnswer Read(HttpResponseMessage response, string pool, string? said, DateTimeOffset now)
    {
        var headers = response.Headers;
        var allowance = AllowanceOf(headers, now);
        var retryAfter = RetryAfterOf(headers, now);
        var isRefusal = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.Forbidden => allowance?.Remaining == 0 || retryAfter is not null || said?.Contains(InWords, StringComparison.OrdinalIgnoreCase) is true,
            // Linear says so, in words only.
            HttpStatusCode.BadRequest => said?.Contains("RATELIMITED", StringComparison.Ordinal) is true,
            _ => retryAfter is not null,
        };
        return new HostAnswer(response.StatusCode, Text(headers, "x-ratelimit-resource") ?? pool, allowance, retryAfter, isRefusal);
    }

    private static Allowance? AllowanceOf(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var (limit, remaining, reset) = (Number(headers, "limit"), Number(headers, "remaining"), Number(headers, "reset"));
        if (remaining is null || reset is null) return null;
        if (TimeOf(reset.Value) is not { } resetsAt) return null;
        // The host's clock may be another one than ours; by its own it says how long it still takes. Its Date is in whole seconds.
        return new Allowance(Count(limit ?? remaining.Value), Count(remaining.Value), headers.Date is { } its && (its - now).Duration() > TimeSpan.FromSeconds(2) ? now + (resetsAt - its) : resetsAt);
    }

    // Linear counts milliseconds where others count seconds.
    private static DateTimeOffset? TimeOf(long number) => number switch
    {
        < FirstInMilliseconds => DateTimeOffset.FromUnixTimeSeconds(number),
        < FirstInMilliseconds * 1000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
        _ => null,
    };

    private static int Count(long number) => (int)Math.Min(number, int.MaxValue);

    private static TimeSpan? RetryAfterOf(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - (headers.Date ?? now)).Ticks)),
        _ => null,
    };

    private static long? Number(HttpResponseHeaders headers, string name) =>
        long.TryParse(Text(headers, $"x-ratelimit-{name}") ?? Text(headers, $"ratelimit-{name}") ?? Text(headers, $"x-ratelimit-requests-{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
