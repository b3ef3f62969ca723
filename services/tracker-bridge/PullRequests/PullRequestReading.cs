using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>The answer to one <see cref="PullRequestQuery"/>, whatever became of the others that were asked with it.</summary>
/// <param name="Found">Null: there is none, or <paramref name="Problem"/> says why nobody knows.</param>
public sealed record PullRequestReading(PullRequestQuery Query, PullRequestSnapshot? Found, AtheneException? Problem = null);
