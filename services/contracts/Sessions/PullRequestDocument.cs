namespace Athene.Contracts.Sessions;

/// <summary>A pull request that a session owns.</summary>
public sealed record PullRequestDocument(string Url, int Number, string State);
