using System.Globalization;
using System.Net;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitLab;

/// <summary>What GitLab's refusals mean. Pure.</summary>
internal static class GitLabProblems
{
    public static AtheneException Of(HttpResponseMessage response, string? said)
    {
        var why = said is null ? $"it answered {(int)response.StatusCode}" : $"it answered {(int)response.StatusCode}: {said}";
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => RateLimited(response, why),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new AtheneException(
                ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"GitLab does not let Athene do this; {why}.",
                "Give the services a GITLAB_TOKEN with the scope 'api', or log in with 'glab auth login', and try again. "
                + "GITLAB_TOKEN goes to gitlab.com, or only to the host that the services' GITLAB_HOST or GITLAB_API_URL names."),
            _ => new AtheneException(
                ErrorTypes.TrackerFailed, StatusCodes.Status502BadGateway, $"GitLab did not do what it was asked; {why}.", "Try again later.",
                innerException: new HttpRequestException(why, null, response.StatusCode)),
        };
    }

    public static AtheneException Unreachable(Uri api, Exception failure) => new(
        ErrorTypes.TrackerFailed, StatusCodes.Status502BadGateway, $"GitLab could not be reached at {api}: {failure.Message}",
        "Check the network, and 'apiUrl' or 'host' of the project in the configuration.", innerException: failure);

    public static AtheneException NotUnderstood(HttpResponseMessage response) => new(
        ErrorTypes.TrackerFailed, StatusCodes.Status502BadGateway, $"{response.RequestMessage?.RequestUri} answered something that is not GitLab's.",
        "Check 'apiUrl' or 'host' of the project in the configuration.");

    public static AtheneException UnknownUser(string name) => new(
        ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"GitLab knows no user '{name}'.", "Give the user name, without '@'.");

    private static AtheneException RateLimited(HttpResponseMessage response, string why)
    {
        var until = Until(response);
        return new AtheneException(
            ErrorTypes.TrackerRateLimited, StatusCodes.Status503ServiceUnavailable,
            $"GitLab takes no more requests {(until is { } time ? $"until {time:u}" : "for now")}; {why}.",
            until is { } then ? $"Try again after {then:u}." : "Try again in some minutes.");
    }

    private static DateTimeOffset? Until(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter?.Delta is { } delta && response.Headers.Date is { } now) return now + delta;
        return response.Headers.TryGetValues("RateLimit-Reset", out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
