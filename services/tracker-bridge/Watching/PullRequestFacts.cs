using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching;

/// <summary>What the schedule remembers of a pull request: enough to tell which hints concern it and how soon it may change.</summary>
public sealed record PullRequestFacts(
    int Number, PullRequestState State, string HeadBranch, string HeadSha, string BaseBranch, ChecksState ChecksState, Mergeability Mergeability, long Revision)
{
    public static PullRequestFacts Of(PullRequestSnapshot snapshot) => new(
        snapshot.Number, snapshot.State, snapshot.HeadBranch, snapshot.HeadSha, snapshot.BaseBranch, snapshot.ChecksState, snapshot.Mergeability, snapshot.Revision);
}
