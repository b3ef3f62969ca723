using Athene.Contracts.PullRequests;

namespace Athene.Contracts.Sessions;

/// <summary>A pull request that a session owns.</summary>
/// <param name="State">open, merged or closed.</param>
/// <param name="HeadSha">Its last commit when it came to the session, if that is known.</param>
public sealed record PullRequestDocument(string Url, int Number, string State, string? HeadSha = null, PullRequestOrigin? Origin = null);
