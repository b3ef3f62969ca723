using System.Globalization;
using System.Net;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Linear;

/// <summary>What Linear's refusals mean. Pure.</summary>
internal static class LinearProblems
{
    private const string RateLimited = "RATELIMITED";

    private const string Reset = "X-RateLimit-Requests-Reset";

    private static readonly string[] Unauthorized = ["AUTHENTICATION_ERROR", "FORBIDDEN"];

    /// <summary>Linear says so with status 400, too.</summary>
    public static bool IsRateLimit(HttpResponseMessage response, LinearError? error) =>
        response.StatusCode is HttpStatusCode.TooManyRequests || error?.Extensions?.Code == RateLimited;

    public static AtheneException Of(HttpResponseMessage response, LinearError? error)
    {
        var said = error?.Extensions?.UserPresentableMessage ?? error?.Message;
        var why = said is null ? $"it answered {(int)response.StatusCode}" : $"it answered {(int)response.StatusCode}: {said}";
        if (IsRateLimit(response, error))
        {
            var until = Until(response);
            return new AtheneException(
                ErrorTypes.TrackerRateLimited, StatusCodes.Status503ServiceUnavailable,
                $"Linear takes no more requests {(until is { } time ? $"until {time:u}" : "for now")}; {why}.",
                until is { } then ? $"Try again after {then:u}." : "Try again in some minutes.");
        }

        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || Unauthorized.Contains(error?.Extensions?.Code)
            ? new AtheneException(
                ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"Linear does not let Athene do this; {why}.",
                "Check LINEAR_API_KEY, and what its owner may do in Linear.")
            : new AtheneException(
                ErrorTypes.TrackerFailed, StatusCodes.Status502BadGateway, $"Linear did not do what it was asked; {why}.", "Try again later.");
    }

    public static AtheneException Unreachable(Uri api, Exception failure) => new(
        ErrorTypes.TrackerFailed, StatusCodes.Status502BadGateway, $"Linear could not be reached at {api}: {failure.Message}",
        "Check the network, and 'apiUrl' of the project's 'tracker' in the configuration.", innerException: failure);

    public static AtheneException NoTeam(string projectId) => new(
        ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity, $"Project '{projectId}' does not say in which team of Linear to create issues.",
        "Set 'teamId' of the project's 'tracker' to the team's id.");

    public static AtheneException NoStep(string type) => new(
        ErrorTypes.TrackerFailed, StatusCodes.Status422UnprocessableEntity, $"The issue's team in Linear has no step of the type '{type}'.",
        "Add one to the team's workflow in Linear's settings.");

    public static AtheneException UnknownUser(string name) => new(
        ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"Linear knows no user '{name}'.", "Give the display name, as Linear shows it.");

    private static DateTimeOffset? Until(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter?.Delta is { } delta && response.Headers.Date is { } now) return now + delta;
        return response.Headers.TryGetValues(Reset, out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
