using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.GitHub.Merging;

/// <summary>Why a pull request was not merged. Pure.</summary>
internal static class MergeProblems
{
    public static AtheneException NotFound(MergeRequest request, int number) => new(
        ErrorTypes.PullRequestNotFound, StatusCodes.Status404NotFound,
        $"{request.PullRequest.Repo} has no pull request #{number}, or none that Athene's token may see.", "Check the number and the project's 'repo'.");

    public static AtheneException Closed(MergeRequest request, int number) => new(
        ErrorTypes.PullRequestNotOpen, StatusCodes.Status409Conflict,
        $"Pull request #{number} of {request.PullRequest.Repo} was closed without being merged.", "Open it again at the host if it is to be merged.");

    public static AtheneException Moved(MergeRequest request, int number, string? head) => new(
        ErrorTypes.PullRequestMoved, StatusCodes.Status409Conflict,
        $"Pull request #{number} of {request.PullRequest.Repo} is not at {request.ExpectedHeadSha} any more{(head is null ? "" : $", but at {head}")}; it was not merged.",
        "Look at the new commits, and wait for their checks.");

    /// <param name="said">What the host said.</param>
    public static AtheneException Blocked(MergeRequest request, int number, IReadOnlyList<MergeBlocker> blockers, string said) => new(
        ErrorTypes.MergeBlocked, StatusCodes.Status409Conflict,
        $"Pull request #{number} of {request.PullRequest.Repo} cannot be merged now: {string.Join(", ", blockers.Select(WordsFor).DefaultIfEmpty("the host does not say why"))}. {said}",
        "Remove what is in the way, and try again.");

    private static string WordsFor(MergeBlocker blocker) => blocker switch
    {
        MergeBlocker.ChecksFailing => "checks are failing",
        MergeBlocker.ChecksPending => "checks have not ended",
        MergeBlocker.ChangesRequested => "changes are requested",
        MergeBlocker.ReviewRequired => "a review is required",
        MergeBlocker.Conflicts => "it conflicts with its base",
        MergeBlocker.BehindBase => "it is behind its base",
        MergeBlocker.UnresolvedThreads => "conversations are not resolved",
        MergeBlocker.Draft => "it is a draft",
        _ => "the rules of its base do not allow it",
    };
}
