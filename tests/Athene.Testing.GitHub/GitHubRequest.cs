namespace Athene.Testing.GitHub;

/// <summary>Something that was asked of the server.</summary>
/// <param name="Target">The path with its query, as it was sent.</param>
/// <param name="Body">The text that came with it; empty for none.</param>
public sealed record GitHubRequest(string Method, string Target, string? Authorization, string Body, int Status);
