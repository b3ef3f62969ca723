using Athene.Configuration;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// The hosts that the owner of this installation has named himself: in the environment of the services, or in his own <c>athene.yaml</c> under
/// <c>hosts:</c>. What a project's repository brings (<c>scm.apiUrl</c> of a file in it) is not among them, and gets no token.
/// </summary>
public sealed class OwnersHosts(IConfiguration environment, AtheneConfiguration configuration)
{
    internal const string PublicHost = "api.github.com";

    /// <summary>Names the API for projects whose configuration names none (<c>scm.apiUrl</c>), as on GitHub's own runners.</summary>
    private const string AddressVariable = "GITHUB_API_URL";

    /// <summary>Names the host that the <c>gh</c> command uses by itself.</summary>
    private const string HostVariable = "GH_HOST";

    /// <summary>The API that the environment names; null when it names none.</summary>
    public Uri? Api => environment[AddressVariable] is { Length: > 0 } address ? ApiAddress.Parse(address) : null;

    /// <summary>The API to ask for a project.</summary>
    /// <param name="apiUrl">The one that its configuration names; null: none.</param>
    public Uri ApiFor(string? apiUrl) => apiUrl is null ? Api ?? ApiAddress.Parse(PublicHost) : ApiAddress.Parse(apiUrl);

    public static bool IsPublic(Uri api) => ApiAddress.OriginOf(api) == $"https://{PublicHost}";

    /// <summary>Whether the environment names this very API.</summary>
    public bool IsOwnApi(Uri api) => Api is { } own && ApiAddress.OriginOf(own) == ApiAddress.OriginOf(api);

    /// <summary>Whether the owner has named the host of an API, and what is sent there cannot be read on the way.</summary>
    public bool Names(Uri api) => IsOwnApi(api) || (IsPrivate(api) && (configuration.FindHost(api) is not null || IsHostOfEnvironment(api)));

    private static bool IsPrivate(Uri api) => api.Scheme == Uri.UriSchemeHttps || api.IsLoopback;

    private bool IsHostOfEnvironment(Uri api) =>
        environment[HostVariable] is { Length: > 0 } host
        && ((string[])[host, $"api.{host}"]).Contains(api.Authority, StringComparer.OrdinalIgnoreCase);
}
