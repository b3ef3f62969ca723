using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>Why a merge was not made. Pure.</summary>
internal static class MergeProblems
{
    public static AtheneException HeadMoved(string repo, int number, string expected, string? head) => new(
        ErrorTypes.PullRequestHeadMoved, StatusCodes.Status409Conflict,
        $"Pull request #{number} of {repo} was not merged: its head is {head ?? "gone"}, and not {expected}, which was found good.",
        "Look at what was pushed since, and merge that.");

    public static AtheneException NotOpen(string repo, int number) => new(
        ErrorTypes.PullRequestNotOpen, StatusCodes.Status409Conflict, $"Pull request #{number} of {repo} was not merged: it is closed.", "Reopen it on its host.");

    public static AtheneException Blocked(string repo, int number, string why) => new(
        ErrorTypes.PullRequestNotMergeable, StatusCodes.Status409Conflict, $"Pull request #{number} of {repo} was not merged: {why}.",
        "Its page on the host says what is in the way.");

    public static AtheneException NotFound(string repo, int number) => new(
        ErrorTypes.PullRequestNotFound, StatusCodes.Status404NotFound,
        $"{repo} has no pull request #{number}, or none that Athene's token may see.", "Check the number and the project's 'repo'.");
}
