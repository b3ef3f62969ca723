using Athene.Contracts.Lifecycle;
using Athene.Contracts.Projects;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Watching;

namespace Athene.TrackerBridge.Tests.Watching;

/// <summary>A session, its project and its pull request, to be varied.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly WatchedHost Host = new("github", null);

    public static readonly ProjectPlace Place = new("app", Host, "acme/app", "main");

    public static readonly IReadOnlyDictionary<string, ProjectPlace> Places = new Dictionary<string, ProjectPlace> { ["app"] = Place };

    public static readonly ProjectDocument Project = new("app", "app", "/tmp/app", "app", "main", "acme/app", "registered")
    {
        Host = new ProjectHostDocument(null, "acme/app"),
    };

    public static readonly PullRequestSnapshot Snapshot = new()
    {
        Repo = "acme/app",
        Number = 42,
        Url = "https://github.test/acme/app/pull/42",
        Title = "Fix the login",
        State = PullRequestState.Open,
        HeadBranch = "feat/x",
        HeadSha = "abc123",
        BaseBranch = "main",
        ChecksState = ChecksState.Passing,
        Checks = [new CheckDocument("build", CheckState.Passed, "1")],
        ReviewDecision = ReviewDecision.Pending,
        Mergeability = Mergeability.Blocked,
        Blockers = [MergeBlocker.ReviewRequired],
        ObservedAt = Start,
    };

    public static WatchedSession Session(string id = "app-1", string? branch = "feat/x", bool findsByBranch = true, params WatchedPullRequest[] pullRequests) =>
        new(id, "app", branch, null, findsByBranch, Start) { PullRequests = pullRequests };

    public static WatchTarget Target(int? number = null, string? branch = null) => new("github", new PullRequestQuery("acme/app", null, number, branch));
}
