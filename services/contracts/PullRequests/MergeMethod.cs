namespace Athene.Contracts.PullRequests;

/// <summary>How commits come into the base branch.</summary>
public enum MergeMethod
{
    Squash,
    Merge,
    Rebase,
}
