using System.Net;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What GitHub's refusals mean. Pure.</summary>
internal static class GitHubProblems
{
    public static AtheneException Of(HttpResponseMessage response, string? said, DateTimeOffset now)
    {
        var why = said is null ? $"it answered {(int)response.StatusCode}" : $"it answered {(int)response.StatusCode}: {said}";
        var answer = RateLimitHeaders.Read(response, HostRequest.DefaultPool, said, now);
        if (answer.IsRefusal) return RateLimited(answer.RetryAfter is { } wait ? now + wait : answer.Allowance?.ResetsAt, why);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => Unauthorised(why),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => TookTooLong(why),
            HttpStatusCode.MethodNotAllowed or HttpStatusCode.Conflict => Refused(why),
            _ => Failed(why),
        };
    }

    public static bool IsRateLimit(IReadOnlyList<GraphError>? errors) => errors?.Any(error => error.IsRateLimit) is true;

    /// <summary>A GraphQL answer without any data.</summary>
    public static AtheneException OfQuery(IReadOnlyList<GraphError>? errors)
    {
        var why = string.Join("; ", (errors ?? []).Select(error => error.Message).Distinct());
        if (IsRateLimit(errors)) return RateLimited(null, why);
        return errors?.Any(error => error.IsTooMuch) is true ? TookTooLong(why) : Failed(why);
    }

    public static AtheneException Unauthorised(string why) => new(
        ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"GitHub does not let Athene do this; {why}.",
        "Give the services a GITHUB_TOKEN that may, or log in with 'gh auth login', and try again. An enterprise host gets GH_ENTERPRISE_TOKEN "
        + "when the services' GH_HOST or GITHUB_API_URL, or 'hosts' of your own athene.yaml, names it; 'scm.apiUrl' of a project alone does not.");

    public static AtheneException Unreachable(Uri api, Exception failure) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway, $"GitHub could not be reached at {api}: {failure.Message}", "Check the network, and 'apiUrl' of the project's 'scm' in the configuration.", innerException: failure);

    public static AtheneException NotUnderstood(HttpResponseMessage response) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway,
        $"{response.RequestMessage?.RequestUri} answered something that is not GitHub's.", "Check 'apiUrl' of the project's 'scm' in the configuration.");

    public static AtheneException Failed(string why) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status502BadGateway, $"GitHub did not do what it was asked; {why}.", "Try again later.");

    public static AtheneException AppRefused(string appId, int status) => new(
        ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"GitHub gives the App {appId} no token for its installation; it answered {status}.",
        "Check GITHUB_APP_ID, GITHUB_APP_PRIVATE_KEY and GITHUB_APP_INSTALLATION_ID in the secret store (by default the services' environment).");

    public static AtheneException AppKeyInvalid(Exception malformed) => new(
        ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, "GITHUB_APP_PRIVATE_KEY is not a private key.",
        "Put the text of the PEM file into it that GitHub gave you for the App, with its first and last line.", innerException: malformed);

    /// <summary>What is known by its status: the host gave up on the work that it was asked for, and may manage less of it.</summary>
    public static bool IsTooMuch(AtheneException problem) => problem.Problem.Status == StatusCodes.Status504GatewayTimeout;

    /// <summary>The host understood, and does not do it as things stand.</summary>
    public static bool IsRefusalOfMerge(AtheneException problem) => problem.Problem.Status == StatusCodes.Status409Conflict;

    private static AtheneException Refused(string why) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status409Conflict, $"GitHub does not do this now; {why}.", "Look at the pull request, and try again.");

    private static AtheneException TookTooLong(string why) => new(
        ErrorTypes.PullRequestFetchFailed, StatusCodes.Status504GatewayTimeout, $"GitHub did not finish what it was asked; {why}.", "Try again later.");

    private static AtheneException RateLimited(DateTimeOffset? until, string why) => new(
        ErrorTypes.TrackerRateLimited, StatusCodes.Status503ServiceUnavailable,
        $"GitHub takes no more requests {(until is { } time ? $"until {time:u}" : "for now")}; {why}.",
        until is { } then ? $"Try again after {then:u}." : "Try again in some minutes.");
}
