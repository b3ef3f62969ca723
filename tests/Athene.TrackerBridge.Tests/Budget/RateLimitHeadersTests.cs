using System.Net;
using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.Tests.Budget;

public sealed class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Theory]
    [InlineData("x-ratelimit-")]
    [InlineData("RateLimit-")]
    public void Read_allowance_ofEitherHost(string prefix)
    {
        using var response = Response(HttpStatusCode.OK, ($"{prefix}limit", "5000"), ($"{prefix}remaining", "4987"), ($"{prefix}reset", "1767229200"));

        RateLimitHeaders.Read(response, "core", null, Now).ShouldBe(new HostAnswer(HttpStatusCode.OK, "core", new Allowance(5000, 4987, Now + TimeSpan.FromHours(1))));
    }

    [Theory]
    [InlineData("1767229200000", 60)]
    [InlineData("99999999999999999", null)]
    public void Read_allowance_ofLinear_isInMilliseconds(string reset, int? minutes)
    {
        using var response = Response(
            HttpStatusCode.OK, ("x-ratelimit-requests-limit", "5000"), ("x-ratelimit-requests-remaining", "4987"), ("x-ratelimit-requests-reset", reset));

        RateLimitHeaders.Read(response, "core", null, Now).Allowance.ShouldBe(minutes is { } one ? new Allowance(5000, 4987, Now + TimeSpan.FromMinutes(one)) : null);
    }

    [Fact]
    public void Read_pool_isWhatTheHostNames()
    {
        using var response = Response(HttpStatusCode.OK, ("x-ratelimit-resource", "search"));

        RateLimitHeaders.Read(response, "core", null, Now).Pool.ShouldBe("search");
    }

    [Fact]
    public void Read_resetOfAHostWhoseClockIsWrong_isByItsOwnClock()
    {
        using var response = Response(HttpStatusCode.OK, ("x-ratelimit-limit", "60"), ("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", "1767225700"));
        response.Headers.Date = Now + TimeSpan.FromSeconds(90);

        RateLimitHeaders.Read(response, "core", null, Now).Allowance!.ResetsAt.ShouldBe(Now + TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(429, null, null, null, true)]
    [InlineData(403, "0", null, null, true)]
    [InlineData(403, "10", "60", null, true)]
    [InlineData(403, "10", null, "You have exceeded a secondary rate limit.", true)]
    [InlineData(403, "10", null, "Resource not accessible by integration", false)]
    [InlineData(503, null, "30", null, true)]
    [InlineData(503, null, null, null, false)]
    [InlineData(404, "0", null, null, false)]
    [InlineData(200, "10", "60", null, true)]
    [InlineData(400, null, null, "{\"errors\":[{\"extensions\":{\"code\":\"RATELIMITED\"}}]}", true)]
    [InlineData(400, null, null, "{}", false)]
    public void Read_refusal_isToldFromOtherErrors(int status, string? remaining, string? retryAfter, string? said, bool expected)
    {
        using var response = Response((HttpStatusCode)status, ("x-ratelimit-limit", "60"), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", "1767225700"), ("Retry-After", retryAfter));

        RateLimitHeaders.Read(response, "core", said, Now).IsRefusal.ShouldBe(expected);
    }

    private static HttpResponseMessage Response(HttpStatusCode status, params (string Name, string? Value)[] headers)
    {
        var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers) if (value is not null) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
