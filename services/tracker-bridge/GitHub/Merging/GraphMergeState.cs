using Athene.TrackerBridge.GitHub.Snapshots;

namespace Athene.TrackerBridge.GitHub.Merging;

/// <summary>What of a pull request decides how it is merged.</summary>
internal sealed record GraphMergeState(
    string Id, string State, string HeadRefOid, bool IsMergeQueueEnabled, bool IsInMergeQueue, GraphCommit? MergeCommit)
{
    public const string Fragment = "fragment MergeState on PullRequest { id state headRefOid isMergeQueueEnabled isInMergeQueue mergeCommit { oid } }";

    public bool IsMerged => State == "MERGED";

    public bool IsOpen => State == "OPEN";
}
