using Athene.Contracts.Errors;

namespace Athene.TrackerBridge;

/// <summary>Addresses of hosts' APIs, as people configure them. Pure.</summary>
internal static class ApiAddress
{
    /// <summary>An address, or a host's name for <c>https</c> there. It ends in a slash: without, its last part would be replaced by a path.</summary>
    /// <param name="usualPath">The API's path on a host that is named without one, such as <c>api/v4</c>.</param>
    /// <exception cref="AtheneException">It is neither.</exception>
    public static Uri Parse(string text, string usualPath = "")
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.UserInfo.Length > 0)
        {
            throw new AtheneException(
                ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity, $"'{text}' is not the address of an API.",
                "Set 'apiUrl' to something like https://git.example.com/api");
        }

        var path = parsed.AbsolutePath == "/" ? $"/{usualPath}" : parsed.AbsolutePath;
        return new Uri(OriginOf(parsed) + path.TrimEnd('/') + "/");
    }

    /// <summary>Scheme, host and port: whoever answers there gets what is sent.</summary>
    public static string OriginOf(Uri api) => api.GetLeftPart(UriPartial.Authority);
}
