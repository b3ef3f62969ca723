namespace Athene.Testing.GitHub;

/// <summary>A commit status, as older integrations set it.</summary>
/// <param name="State">pending, success, failure or error.</param>
internal sealed record GitHubStatus(long Id, string Context, string State, string? Description, string? TargetUrl, DateTimeOffset At);
