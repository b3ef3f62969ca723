using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitHub;
using Athene.TrackerBridge.GitHub.Snapshots;

namespace Athene.TrackerBridge.Tests.GitHub;

public sealed class MappingTests
{
    [Theory]
    [InlineData("IN_PROGRESS", CheckState.Running)]
    [InlineData("PENDING", CheckState.Pending)]
    [InlineData("QUEUED", CheckState.Pending)]
    [InlineData("REQUESTED", CheckState.Pending)]
    [InlineData("WAITING", CheckState.Pending)]
    [InlineData("EXPECTED", CheckState.Pending)]
    [InlineData("SUCCESS", CheckState.Passed)]
    [InlineData("FAILURE", CheckState.Failed)]
    [InlineData("TIMED_OUT", CheckState.Failed)]
    [InlineData("CANCELLED", CheckState.Failed)]
    [InlineData("ACTION_REQUIRED", CheckState.Failed)]
    [InlineData("STARTUP_FAILURE", CheckState.Failed)]
    [InlineData("ERROR", CheckState.Failed)]
    [InlineData("SKIPPED", CheckState.Skipped)]
    [InlineData("NEUTRAL", CheckState.Skipped)]
    [InlineData("STALE", CheckState.Skipped)]
    [InlineData("", CheckState.Skipped)]
    [InlineData(null, CheckState.Skipped)]
    [InlineData("SOMETHING_NEW", CheckState.Skipped)]
    public void CheckState_ofWord(string? word, CheckState expected) => CheckMapping.StateOf(word).ShouldBe(expected);

    [Theory]
    [InlineData("APPROVED", ReviewDecision.Approved)]
    [InlineData("CHANGES_REQUESTED", ReviewDecision.ChangesRequested)]
    [InlineData("REVIEW_REQUIRED", ReviewDecision.Pending)]
    [InlineData(null, ReviewDecision.None)]
    [InlineData("SOMETHING_NEW", ReviewDecision.Unknown)]
    public void Decision_ofTheHost(string? decision, ReviewDecision expected) => ReviewMapping.DecisionOf(decision, []).ShouldBe(expected);

    [Theory]
    [InlineData(ReviewDecision.Approved, "grace APPROVED MEMBER")]
    [InlineData(ReviewDecision.ChangesRequested, "grace APPROVED MEMBER", "ada CHANGES_REQUESTED OWNER")]
    [InlineData(ReviewDecision.Approved, "grace CHANGES_REQUESTED MEMBER", "grace APPROVED MEMBER")]
    [InlineData(ReviewDecision.ChangesRequested, "grace CHANGES_REQUESTED MEMBER", "grace COMMENTED MEMBER")]
    [InlineData(ReviewDecision.None, "mallory APPROVED NONE")]
    [InlineData(ReviewDecision.None, "mallory CHANGES_REQUESTED CONTRIBUTOR")]
    [InlineData(ReviewDecision.None, "grace DISMISSED MEMBER")]
    public void Decision_whereNoReviewIsRequired_isWhatThoseWhoMayWriteSaidLast(ReviewDecision expected, params string[] reviews) =>
        ReviewMapping.DecisionOf(null, [.. reviews.Select(Review)]).ShouldBe(expected);

    [Theory]
    [InlineData("Bot", "anything", true)]
    [InlineData("User", "github-actions[bot]", true)]
    [InlineData("User", "github-actions", true)]
    [InlineData("User", "codecov-commenter", true)]
    [InlineData("User", "our-bot", true)]
    [InlineData("User", "ada", false)]
    public void Bot_byTypeOrName(string type, string login, bool expected) =>
        new KnownBots(["our-bot[bot]"]).Include(new GraphActor(type, login)).ShouldBe(expected);

    [Theory]
    [InlineData("OPEN", "MERGEABLE", "CLEAN", Mergeability.Ready)]
    [InlineData("OPEN", "MERGEABLE", "HAS_HOOKS", Mergeability.Ready)]
    [InlineData("OPEN", "MERGEABLE", "UNSTABLE", Mergeability.Ready)]
    [InlineData("OPEN", "MERGEABLE", "UNKNOWN", Mergeability.Unknown)]
    [InlineData("OPEN", "UNKNOWN", "CLEAN", Mergeability.Unknown)]
    [InlineData("OPEN", null, null, Mergeability.Unknown)]
    [InlineData("OPEN", "MERGEABLE", "SOMETHING_NEW", Mergeability.Unknown)]
    [InlineData("OPEN", "CONFLICTING", "DIRTY", Mergeability.Blocked, MergeBlocker.Conflicts)]
    [InlineData("OPEN", "MERGEABLE", "BEHIND", Mergeability.Blocked, MergeBlocker.BehindBase)]
    [InlineData("OPEN", "MERGEABLE", "BLOCKED", Mergeability.Blocked, MergeBlocker.Protection)]
    [InlineData("OPEN", "MERGEABLE", "DRAFT", Mergeability.Blocked, MergeBlocker.Draft)]
    [InlineData("MERGED", "UNKNOWN", "UNKNOWN", Mergeability.Unknown)]
    public void Mergeability_ofTheHostsWords(string state, string? mergeable, string? mergeState, Mergeability expected, params MergeBlocker[] blockers)
    {
        var found = Snapshot(Pull with { State = state, Mergeable = mergeable, MergeStateStatus = mergeState });

        (found.Mergeability, string.Join(' ', found.Blockers)).ShouldBe((expected, string.Join(' ', blockers)));
    }

    [Fact]
    public void Snapshot_whoseChecksMayNotBeSeen_isUnknownAndNeverReady()
    {
        var found = Snapshot(Pull, [new GraphError("FORBIDDEN", Path("q0", "pullRequest", "statusCheckRollup"), "Resource not accessible")]);

        (found.ChecksState, found.Mergeability).ShouldBe((ChecksState.Unknown, Mergeability.Unknown));
    }

    [Fact]
    public void Snapshot_withChecksOfAnotherCommit_isUnknown()
    {
        var found = Snapshot(Pull with { StatusCheckRollup = new GraphRollup(new GraphCommit("before"), new GraphPage<GraphCheck>([])) });

        (found.ChecksState, found.Checks.Count).ShouldBe((ChecksState.Unknown, 0));
    }

    [Fact]
    public void UnknownParts_withoutWhichThereIsNoSnapshot_areNone() =>
        UnknownParts.Of([new GraphError(null, Path("q0", "pullRequest", "reviewThreads", "nodes"), "Something went wrong")]).ShouldBeNull();

    private static GraphPullRequest Pull { get; } = new(
        "PR_1", 1, "https://github.test/acme/app/pull/1", "Title", "OPEN", false, false, "feat/x", "head", "main", null, 1, 1, "MERGEABLE", "CLEAN", null, false, null, null, null);

    private static PullRequestSnapshot Snapshot(GraphPullRequest pull, params IReadOnlyList<GraphError> errors) =>
        SnapshotMapping.Of(pull, "acme/app", UnknownParts.Of(errors).ShouldNotBeNull(), new KnownBots([]), DateTimeOffset.UnixEpoch);

    private static IReadOnlyList<System.Text.Json.JsonElement> Path(params string[] parts) =>
        [.. parts.Select(part => System.Text.Json.JsonSerializer.SerializeToElement(part))];

    private static GraphReview Review(string words) => words.Split(' ') is [var author, var state, var association]
        ? new GraphReview("1", state, "", null, new GraphActor("User", author), association)
        : throw new ArgumentException(words, nameof(words));
}
