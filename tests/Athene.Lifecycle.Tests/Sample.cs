using System.Text.Json.Nodes;
using Athene.Configuration;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Contracts.Tracking;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.Tests;

/// <summary>Sessions, pull requests and signals to judge.</summary>
internal static class Sample
{
    public const string Url = "https://example.test/acme/app/pull/42";

    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static SessionDocument Session(
        SessionState state = SessionState.Working,
        SessionReason reason = SessionReason.TaskInProgress,
        RuntimeState runtime = RuntimeState.Alive,
        int? exitCode = null,
        Activity? activity = null,
        DateTimeOffset? lastActivity = null,
        DateTimeOffset? activeSince = null) => new()
        {
            Id = "app-1",
            ProjectId = "app",
            Status = SessionStatus.Working,
            Agent = "script",
            Machine = "host",
            Issue = "7",
            Branch = "feat/issue-7",
            Activity = activity,
            ActivityEvidence = activeSince is { } since ? new ActivityEvidenceDocument("hook", since, "high") : null,
            CreatedAt = Now,
            LastActivityAt = lastActivity ?? Now,
            Lifecycle = new LifecycleDocument(
                new SessionPart(state, reason, Now),
                new PullRequestPart(PullRequestState.None, PullRequestReason.NotCreated),
                new RuntimePart(runtime, RuntimeReason.ProcessRunning, Now, exitCode)),
        };

    /// <summary>A worker at work with pull request 42, open and known as such.</summary>
    public static SessionDocument SessionWithPullRequest(
        Activity activity = Activity.Active, PullRequestState state = PullRequestState.Open, PullRequestReason reason = PullRequestReason.InProgress) => WithPart(
        Session(activity: activity) with { Prs = [new PullRequestDocument(Url, 42, "open", "sha-1", PullRequestOrigin.Reported)] }, state, reason);

    public static SessionDocument WithPart(SessionDocument session, PullRequestState state, PullRequestReason reason) => session with
    {
        Lifecycle = session.Lifecycle with { Pr = new PullRequestPart(state, reason, 42, Url) },
    };

    public static SessionEvent Event(string type, SessionDocument? session = null, long id = 5, JsonObject? data = null) =>
        new(type, new EventDocument(id, Now, "kind", "info", "app", "app-1", "summary", data), session);

    public static SessionSignal Signal(string type, SessionDocument? session = null, long id = 5, JsonObject? data = null) =>
        new(Event(type, session, id, data));

    public static PullRequestSnapshot PullRequest(long revision = 1, ChecksState checks = ChecksState.Passing, string sha = "sha-1") => new()
    {
        Repo = "acme/app",
        Number = 42,
        Url = Url,
        Title = "Make it work",
        State = PullRequestState.Open,
        HeadBranch = "feat/issue-7",
        HeadSha = sha,
        BaseBranch = "main",
        ChecksState = checks,
        Checks = checks is ChecksState.Failing ? [new CheckDocument("build", CheckState.Failed, $"run-{revision}", "failure", "https://example.test/runs/1")] : [],
        Author = "agent",
        ReviewDecision = ReviewDecision.Pending,
        Mergeability = Mergeability.Blocked,
        Blockers = [MergeBlocker.ReviewRequired],
        Revision = revision,
        ObservedAt = Now,
    };

    /// <summary>Approved, green, and nothing in its way.</summary>
    public static PullRequestSnapshot ReadyPullRequest(long revision = 1, string sha = "sha-1") =>
        PullRequest(revision, ChecksState.Passing, sha) with { ReviewDecision = ReviewDecision.Approved, Mergeability = Mergeability.Ready, Blockers = [] };

    public static ReviewThread Thread(string id, string author = "anna", bool isBot = false, bool mayWrite = true, string comment = "c1", string body = "Rename this.") =>
        new(id, comment, author, isBot, mayWrite, body, "src/app.cs", 7, $"https://example.test/threads/{id}") { LastAuthor = author };

    public static TrackerEvent Event(PullRequestSnapshot pr) =>
        new(EventTypes.PullRequestChanged, $"pr-42-{pr.Revision}", "app", "app-1", Now) { PullRequest = pr };

    public static TrackerSignal Signal(PullRequestSnapshot pr) => new(Event(pr));

    /// <summary>The policy of a configuration with these reactions, in YAML.</summary>
    public static Policy PolicyOf(string? reactions = null, string? lifecycle = null)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        File.WriteAllText(file, $"lifecycle: {{ {lifecycle} }}\nreactions:{(reactions is null ? " {}" : $"\n  {reactions.ReplaceLineEndings("\n  ")}")}\n");
        return new Policies(ConfigurationLoader.Load(file)).For("app");
    }
}
