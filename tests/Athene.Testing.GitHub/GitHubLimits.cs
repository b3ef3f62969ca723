using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Athene.Testing.GitHub;

/// <summary>How much may be asked of the server. Requests that are answered with 304 are free, as at GitHub.</summary>
public sealed class GitHubLimits
{
    private readonly ConcurrentDictionary<string, int> used = new();
    private DateTimeOffset reset = DateTimeOffset.UtcNow + TimeSpan.FromHours(1);
    private TimeSpan? retryAfter;
    private bool isThrottled;

    /// <summary>Requests an hour (REST), or points an hour (GraphQL).</summary>
    public int Limit { get; set; } = 5000;

    /// <summary>How much of a pool, <c>core</c> or <c>graphql</c>, was used.</summary>
    public int Used(string pool) => used.GetValueOrDefault(pool);

    /// <summary>Leaves only so much of a pool, until a time.</summary>
    public void Leave(string pool, int remaining, DateTimeOffset until)
    {
        reset = until;
        used[pool] = Limit - remaining;
    }

    /// <summary>The secondary limit: refuses everything, and tells to wait.</summary>
    /// <param name="wait">Null: without saying how long.</param>
    public void Throttle(TimeSpan? wait) => (isThrottled, retryAfter) = (true, wait);

    /// <summary>Whether GraphQL says what it refuses in the answer, with status 200.</summary>
    public bool IsSaidInAnswers { get; set; }

    /// <summary>More pull requests in one GraphQL request are too much work.</summary>
    public int MostAtOnce { get; set; } = int.MaxValue;

    /// <summary>No limit is reached any more.</summary>
    public void Relax()
    {
        (isThrottled, retryAfter) = (false, null);
        used.Clear();
    }

    internal static string PoolOf(string path) => path.EndsWith("/graphql", StringComparison.Ordinal) ? "graphql" : "core";

    internal DateTimeOffset ResetAt => reset;

    internal int Remaining(string pool) => Math.Max(0, Limit - Used(pool));

    /// <summary>Why a request is refused; null when it is not.</summary>
    internal (int Status, string Message)? Refusal(string pool) => (isThrottled, Remaining(pool)) switch
    {
        (true, _) => (StatusCodes.Status403Forbidden, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
        (_, 0) => (StatusCodes.Status403Forbidden, "API rate limit exceeded for user ID 1."),
        _ => null,
    };

    internal void Count(string pool, int cost) => used.AddOrUpdate(pool, cost, (_, before) => before + cost);

    internal void Describe(string pool, IHeaderDictionary headers)
    {
        headers["x-ratelimit-limit"] = Text(Limit);
        headers["x-ratelimit-remaining"] = Text(Remaining(pool));
        headers["x-ratelimit-used"] = Text(Used(pool));
        headers["x-ratelimit-reset"] = Text(reset.ToUnixTimeSeconds());
        headers["x-ratelimit-resource"] = pool;
        if (retryAfter is { } wait) headers.RetryAfter = Text((long)wait.TotalSeconds);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
