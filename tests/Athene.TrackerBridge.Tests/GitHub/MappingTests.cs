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
    [InlineData("STALE", CheckState.Pending)]
    [InlineData("", CheckState.Pending)]
    [InlineData(null, CheckState.Pending)]
    [InlineData("SOMETHING_NEW", CheckState.Pending)]
    public void CheckState_ofWord(string? word, CheckState expected) => CheckMapping.StateOf(word).ShouldBe(expected);

    [Theory]
    [InlineData("APPROVED", ReviewDecision.Approved)]
    [InlineData("CHANGES_REQUESTED", ReviewDecision.ChangesRequested)]
    [InlineData("REVIEW_REQUIRED", ReviewDecision.Pending)]
    [InlineData(null, ReviewDecision.None)]
    [InlineData("SOMETHING_NEW", ReviewDecision.Unknown)]
    public void Decision_ofTheHost(string? decision, ReviewDecision expected) => ReviewMapping.DecisionOf(decision, []).ShouldBe(expected);

    [Theory]
    [InlineData(ReviewDecision.Approved, "APPROVED")]
    [InlineData(ReviewDecision.ChangesRequested, "APPROVED", "CHANGES_REQUESTED")]
    [InlineData(ReviewDecision.None, "DISMISSED")]
    public void Decision_whereNoReviewIsRequired_isWhatThoseWhoMayWriteThink(ReviewDecision expected, params string[] opinions) =>
        ReviewMapping.DecisionOf(null, [.. opinions.Select(state => new GraphOpinion(state))]).ShouldBe(expected);

    [Theory]
    [InlineData("CHANGES_REQUESTED:no", "ada CHANGES_REQUESTED no")]
    [InlineData("", "ada CHANGES_REQUESTED no", "ada APPROVED")]
    [InlineData("APPROVED:yes", "ada CHANGES_REQUESTED no", "ada APPROVED yes")]
    [InlineData("", "ada CHANGES_REQUESTED no", "ada DISMISSED")]
    [InlineData("CHANGES_REQUESTED:no COMMENTED:also", "ada CHANGES_REQUESTED no", "ada COMMENTED also", "ada COMMENTED")]
    [InlineData("CHANGES_REQUESTED:no", "ada CHANGES_REQUESTED no", "grace APPROVED")]
    [InlineData("", "ada PENDING draft")]
    [InlineData("CHANGES_REQUESTED:no", "- CHANGES_REQUESTED no", "- APPROVED")]
    public void Reviews_areTheWordsThatStand(string expected, params string[] reviews) => string.Join(
        ' ', ReviewMapping.ReviewsOf(reviews.Select(Review), new KnownBots([])).Select(review => $"{Word(review.Decision)}:{review.Body}")).ShouldBe(expected);

    [Fact]
    public void Checks_ofOneName_areOfTheirApps()
    {
        var checks = CheckMapping.Of([Check("1", "FAILURE", "one-app", 1), Check("2", "SUCCESS", "another-app", 2), Check("3", "SUCCESS", "another-app", 3)]);

        checks.Select(check => (check.Id, check.State)).ShouldBe([("1", CheckState.Failed), ("3", CheckState.Passed)]);
    }

    [Theory]
    [InlineData("Bot", "anything", true)]
    [InlineData("User", "github-actions", false)]
    [InlineData("User", "codecov-commenter", false)]
    [InlineData("User", "our-bot", true)]
    [InlineData("User", "ada", false)]
    public void Bot_isWhatGitHubOrTheOwnerSays(string type, string login, bool expected) =>
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
        "PR_1", 1, "https://github.test/acme/app/pull/1", "Title", "OPEN", false, false, "feat/x", "head", "main", null, null, 1, 1, "MERGEABLE", "CLEAN", null, false, null, null, null, null);

    private static PullRequestSnapshot Snapshot(GraphPullRequest pull, params IReadOnlyList<GraphError> errors) =>
        SnapshotMapping.Of(pull, "acme/app", UnknownParts.Of(errors).ShouldNotBeNull(), new KnownBots([]), DateTimeOffset.UnixEpoch);

    private static IReadOnlyList<System.Text.Json.JsonElement> Path(params string[] parts) =>
        [.. parts.Select(part => System.Text.Json.JsonSerializer.SerializeToElement(part))];

    /// <param name="words">The author (<c>-</c> for an account that is gone), the state, and what is said.</param>
    private static GraphReview Review(string words, int place)
    {
        var parts = words.Split(' ');
        return new GraphReview($"{place}", parts[1], parts.ElementAtOrDefault(2) ?? "", null, parts[0] == "-" ? null : new GraphActor("User", parts[0]), "MEMBER");
    }

    private static string Word(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Approved => "APPROVED",
        ReviewDecision.ChangesRequested => "CHANGES_REQUESTED",
        _ => "COMMENTED",
    };

    private static GraphCheck Check(string id, string conclusion, string app, int minute) => new(
        id, "build", "COMPLETED", conclusion, null, DateTimeOffset.UnixEpoch + TimeSpan.FromMinutes(minute), new GraphCheckSuite(null, new GraphApp(app)), null, null, null);
}
