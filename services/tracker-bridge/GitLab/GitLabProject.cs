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

    /// <summary>Finds the project: at <paramref name="apiUrl"/>, else at the owner's GitLab, else at gitlab.com.</summary>
    /// <param name="apiUrl">An address, or a host's name.</param>
    /// <param name="ownersApi">The API that the owner's environment names; null when it names none.</param>
    /// <exception cref="AtheneException">The repository, or the address, is none.</exception>
    public static GitLabProject Of(string? repo, string? apiUrl, Uri? ownersApi, string projectId)
    {
        var parts = repo?.Split('/') ?? [];
        if (parts.Length < 2 || parts.Any(string.IsNullOrWhiteSpace))
        {
            throw new AtheneException(
                ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity,
                $"'{repo}' is not a project of GitLab.", $"Set 'repo: group/name' for project '{projectId}', or 'repo: host.example.com/group/name'.");
        }

        return new GitLabProject(apiUrl is not null ? AddressOf(apiUrl) : ownersApi ?? new Uri(PublicApi), repo!);
    }

    public static Uri AddressOf(string text) => ApiAddress.Parse(text, ApiPath);
}
