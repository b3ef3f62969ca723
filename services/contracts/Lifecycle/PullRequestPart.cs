namespace Athene.Contracts.Lifecycle;

/// <summary>The pull request part of a lifecycle.</summary>
public sealed record PullRequestPart(
    PullRequestState State,
    PullRequestReason Reason,
    int? Number = null,
    string? Url = null,
    DateTimeOffset? LastObservedAt = null);
