using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitLab;

/// <summary>A project of a GitLab.</summary>
/// <param name="Api">Its API, with a slash at the end.</param>
/// <param name="Path">Groups and name, such as <c>group/subgroup/app</c>.</param>
internal sealed record GitLabProject(Uri Api, string Path)
{
    public const string PublicApi = "https://gitlab.com/api/v4/";

    private const string ApiPath = "api/v4";

    /// <summary>The address of something in the project, below the API.</summary>
    public string At(string path) => $"projects/{Uri.EscapeDataString(Path)}{path}";

    /// <summary>
    /// Finds the project: at <paramref name="apiUrl"/>, else at the host that the repository's first part names, else at the owner's GitLab, else at gitlab.com.
    /// </summary>
    /// <param name="ownersApi">The API that the owner's environment names; null when it names none.</param>
    /// <exception cref="AtheneException">The repository, or the address, is none.</exception>
    public static GitLabProject Of(string? repo, string? apiUrl, Uri? ownersApi, string projectId)
    {
        var parts = repo?.Split('/') ?? [];
        // A group may have a dot as well, but what is left after a host must still be a group and a name.
        var host = parts.Length > 2 && parts[0].Contains('.') ? parts[0] : null;
        var path = host is null ? parts : parts[1..];
        if (path.Length < 2 || path.Any(string.IsNullOrWhiteSpace))
        {
            throw new AtheneException(
                ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity,
                $"'{repo}' is not a project of GitLab.", $"Set 'repo: group/name' for project '{projectId}', or 'repo: host.example.com/group/name'.");
        }

        return new GitLabProject((apiUrl ?? host) is { } named ? AddressOf(named) : ownersApi ?? new Uri(PublicApi), string.Join('/', path));
    }

    public static Uri AddressOf(string text) => ApiAddress.Parse(text, ApiPath);
}
