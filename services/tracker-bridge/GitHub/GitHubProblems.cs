using System.Globalization;
using System.Net;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What GitHub's refusals mean. Pure.</summary>
internal static class GitHubProblems
{
    private const string Remaining = "x-ratelimit-remaining";
    private const string Reset = "x-ratelimit-reset";

    public static AtheneException Of(HttpResponseMessage response, string? said)
    {
        var why = said is null ? $"it answered {(int)response.StatusCode}" : $"it answered {(int)response.StatusCode}: {said}";
        if (IsRateLimit(response)) return RateLimited(response, why);
        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? new AtheneException(
                ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"GitHub does not let Athene do this; {why}.",
                "Give the services a GITHUB_TOKEN that may, or log in with 'gh auth login', and try again. "
                + "An enterprise host (the project's 'scm.apiUrl') gets GH_ENTERPRISE_TOKEN, and GITHUB_TOKEN only when the services' GITHUB_API_URL names it.")
            : new AtheneException(
                ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway, $"GitHub did not do what it was asked; {why}.", "Try again later.");
    }

    public static AtheneException Unreachable(Uri api, Exception failure) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway, $"GitHub could not be reached at {api}: {failure.Message}",
        "Check the network, and 'apiUrl' of the project's 'scm' in the configuration.", innerException: failure);

    public static AtheneException NotUnderstood(HttpResponseMessage response) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway,
        $"{response.RequestMessage?.RequestUri} answered something that is not GitHub's.", "Check 'apiUrl' of the project's 'scm' in the configuration.");

    // The primary limit says that nothing remains; the secondary one only how long to wait.
    private static bool IsRateLimit(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TooManyRequests
        || (response.StatusCode is HttpStatusCode.Forbidden && (Header(response, Remaining) == "0" || response.Headers.RetryAfter is not null));

    private static AtheneException RateLimited(HttpResponseMessage response, string why)
    {
        var until = Until(response);
        return new AtheneException(
            ErrorTypes.TrackerRateLimited, StatusCodes.Status503ServiceUnavailable,
            $"GitHub takes no more requests {(until is { } time ? $"until {time:u}" : "for now")}; {why}.",
            until is { } then ? $"Try again after {then:u}." : "Try again in some minutes.");
    }

    private static DateTimeOffset? Until(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter?.Delta is { } delta && response.Headers.Date is { } now) return now + delta;
        return long.TryParse(Header(response, Reset), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
