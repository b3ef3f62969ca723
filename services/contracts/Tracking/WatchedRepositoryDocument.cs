namespace Athene.Contracts.Tracking;

/// <summary>A repository whose host has reported changes.</summary>
/// <param name="HasWebhooks">They are relied on: it is read rarely without one.</param>
public sealed record WatchedRepositoryDocument(string Repo, DateTimeOffset? HeardAt, bool HasWebhooks);
