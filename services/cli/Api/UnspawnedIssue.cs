namespace Athene.Cli.Api;

/// <summary>An issue that got no session.</summary>
/// <param name="SessionId">The session that works on it, if that is the reason.</param>
internal sealed record UnspawnedIssue(string Issue, string Reason, string? SessionId = null);
