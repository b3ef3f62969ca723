using Athene.Contracts.Issues;
using Athene.Contracts.PullRequests;

namespace Athene.Contracts.Tracking;

/// <summary>
/// What <c>tracker-events</c> carries: something changed at a host. It names no provider, and carries the whole state after the change, so that late,
/// repeated and reordered events do no harm.
/// </summary>
/// <param name="Type">The CloudEvent type, such as <c>athene.checks.changed</c>: the part of the state that changed first in importance.</param>
/// <param name="Id">The same for the same change: what comes twice has the same id twice.</param>
/// <param name="SessionId">The session that the pull request belongs to, or whose branch it comes from; null: none.</param>
public sealed record TrackerEvent(string Type, string Id, string ProjectId, string? SessionId, DateTimeOffset Time)
{
    /// <summary>For pull requests, checks and reviews.</summary>
    public PullRequestSnapshot? PullRequest { get; init; }

    /// <summary>For issues.</summary>
    public IssueDocument? Issue { get; init; }

    /// <summary>For pushes.</summary>
    public PushDocument? Push { get; init; }
}
