using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub;

/// <summary>A repository as GitHub names it.</summary>
internal sealed record RepositoryName(string Owner, string Name)
{
    /// <summary>Where it is in the REST API.</summary>
    public string Path => $"repos/{Uri.EscapeDataString(Owner)}/{Uri.EscapeDataString(Name)}";

    /// <summary>Null when it is none.</summary>
    public static RepositoryName? TryParse(string? repo) =>
        repo?.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] ? new RepositoryName(owner, name) : null;

    /// <exception cref="AtheneException">It is none.</exception>
    public static RepositoryName Parse(string? repo) => TryParse(repo) ?? throw NotOne(repo);

    public static AtheneException NotOne(string? repo) => new(
        ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity, $"'{repo}' is not a repository on GitHub.", "Set 'repo: owner/name' for the project.");
}
