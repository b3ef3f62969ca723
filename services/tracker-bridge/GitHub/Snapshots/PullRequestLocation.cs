using Athene.Contracts.Errors;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Which pull request a query means.</summary>
/// <param name="Number">Null: there is none, or <paramref name="Problem"/> says why nobody knows.</param>
internal sealed record PullRequestLocation(PullRequestQuery Query, RepositoryName? Repository, int? Number, AtheneException? Problem = null);
