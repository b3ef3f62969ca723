using Athene.Contracts.Errors;
using Athene.TrackerBridge.Secrets;

namespace Athene.TrackerBridge.Linear;

/// <summary>Where Linear is, and the owner's key for it. The key goes to Linear, or where the owner's own environment says that Linear is.</summary>
public sealed class LinearCredentials(OwnerSecrets secrets, IConfiguration configuration)
{
    private const string KeyName = "LINEAR_API_KEY";

    private static readonly Uri PublicApi = new("https://api.linear.app/graphql");

    private Uri OwnersApi => configuration["LINEAR_API_URL"] is { Length: > 0 } named ? AddressOf(named) : PublicApi;

    /// <param name="apiUrl">What the project's configuration says; null when it says nothing.</param>
    public Uri ApiOf(string? apiUrl) => apiUrl is null ? OwnersApi : AddressOf(apiUrl);

    /// <exception cref="AtheneException">There is no key, or none that may go there.</exception>
    public async Task<string> KeyForAsync(Uri api, CancellationToken cancellationToken)
    {
        if (ApiAddress.OriginOf(api) != ApiAddress.OriginOf(OwnersApi))
        {
            throw Missing(
                $"{KeyName} is not sent to {api}: only a project names that address",
                "If this is right, set LINEAR_API_URL to that address where the services are started.");
        }

        if (await secrets.FirstAsync([KeyName], cancellationToken) is { } key) return key;
        throw await secrets.FirstAsync(["COMPOSIO_API_KEY"], cancellationToken) is null
            ? Missing($"there is no {KeyName}", $"Make a personal API key in Linear's settings, and set {KeyName} where the services are started.")
            : Missing($"there is no {KeyName}, and Athene does not speak to Linear through Composio", $"Set {KeyName} to a personal API key of Linear.");
    }

    private static Uri AddressOf(string text) => new(ApiAddress.Parse(text, "graphql").AbsoluteUri.TrimEnd('/'));

    private static AtheneException Missing(string why, string hint) =>
        new(ErrorTypes.TrackerUnauthorized, StatusCodes.Status502BadGateway, $"Linear cannot be asked: {why}.", hint);
}
