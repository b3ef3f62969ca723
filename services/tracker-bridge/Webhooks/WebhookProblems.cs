using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>Why a webhook was not taken. Whoever reads this may be anybody, so nothing of what is configured is told beyond a name.</summary>
internal static class WebhookProblems
{
    public static AtheneException Unknown(string path) => new(
        ErrorTypes.WebhookUnknown, StatusCodes.Status404NotFound, $"No project has its webhooks at {path}.",
        "Use /webhooks/github or /webhooks/gitlab, or what the project's 'scm.webhook.path' says; 'athene project ls' shows whether the project has a 'repo'.");

    public static AtheneException NoSecret(string name, string advice) => new(
        ErrorTypes.WebhookUnverified, StatusCodes.Status401Unauthorized, $"The webhook cannot be verified: there is no secret '{name}'.",
        $"Set {name} in the environment of 'athene up' (or the secret store) to a long random text, such as 'openssl rand -hex 32' prints, and {advice}.");

    public static AtheneException Unverified(string header) => new(
        ErrorTypes.WebhookUnverified, StatusCodes.Status401Unauthorized, $"The header {header} does not prove that the sender knows the secret.",
        "Give the webhook at its host the same secret as Athene has.");

    public static AtheneException TooLarge(int most) => new(
        ErrorTypes.WebhookTooLarge, StatusCodes.Status413PayloadTooLarge, $"The body is larger than {most} bytes.",
        "Set 'scm.webhook.maxBodyBytes' of the project if such webhooks matter. What they report is found by polling, later.");

    public static AtheneException TooSlow(TimeSpan limit) => new(
        ErrorTypes.WebhookInvalid, StatusCodes.Status408RequestTimeout, $"The body did not come within {limit.TotalSeconds} s.");

    public static AtheneException NoEvent(string header) => new(
        ErrorTypes.WebhookInvalid, StatusCodes.Status400BadRequest, $"The header {header} is missing, so nobody knows what the webhook is about.");

    public static AtheneException Malformed(Exception malformed) => new(
        ErrorTypes.WebhookInvalid, StatusCodes.Status400BadRequest, $"The body is no JSON: {malformed.Message}",
        "Choose the content type application/json for the webhook.", innerException: malformed);

    public static AtheneException NotAnObject() => new(
        ErrorTypes.WebhookInvalid, StatusCodes.Status400BadRequest, "The body is JSON, but no object.");

    public static AtheneException NotKept(Exception failure) => new(
        ErrorTypes.WebhookNotKept, StatusCodes.Status503ServiceUnavailable, "The webhook could not be stored in time, so it was not taken.",
        "Deliver it again, or leave it: what it reports is found by polling.", innerException: failure);
}
