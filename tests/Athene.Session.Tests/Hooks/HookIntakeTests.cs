using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Hooks;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Tests.Machine.Workspaces;
using Athene.Session.Tests.Records;

namespace Athene.Session.Tests.Hooks;

/// <summary>Facts with a real ledger and a real repository.</summary>
public sealed class HookIntakeTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>, IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static int sessions;

    private readonly string sessionId = $"app-{Interlocked.Increment(ref sessions)}";
    private readonly Repository repository = new();
    private readonly EvidenceBoard board = new();
    private Ledger ledger = null!;
    private HookIntake intake = null!;

    public async Task InitializeAsync()
    {
        ledger = store.NewLedger();
        var configuration = new AtheneConfiguration
        {
            Projects = new Dictionary<string, ProjectConfiguration>
            {
                ["app"] = new() { Id = "app", Name = "app", Path = repository.Path, SessionPrefix = "app" },
            },
        };
        var projects = new ProjectCatalog(configuration, ledger, new RepositoryFacts(new GitRepositories(TimeProvider.System)));
        intake = new HookIntake(ledger, board, projects, new GitHeads(TimeProvider.System), TimeProvider.System);
        repository.Git("checkout", "--quiet", "-b", "feat/task");
        await ledger.WriteAsync(
            "app", sessionId, draft => draft.Session = Samples.Session(sessionId) with { WorkspacePath = repository.Path, Branch = "feat/task" }, None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        ledger.Dispose();
        repository.Dispose();
    }

    [Fact]
    public async Task PullRequest_thatWasOpened_isTheSessionsOnce()
    {
        await intake.ApplyAsync(sessionId, Opened("1", "https://github.com/o/r/pull/7"), None);
        await intake.ApplyAsync(sessionId, Opened("1", "https://github.com/o/r/pull/7"), None);
        await intake.ApplyAsync(sessionId, Opened("2", "https://github.com/o/r/pull/7/files"), None);

        var session = await SessionAsync();
        var pr = session.Prs.ShouldHaveSingleItem();
        (pr.Url, pr.Number, pr.Origin).ShouldBe(("https://github.com/o/r/pull/7", 7, PullRequestOrigin.Reported));
        session.Lifecycle.Pr.State.ShouldBe(PullRequestState.Open);
        (await EventsAsync(EventKinds.PullRequestOpened)).ShouldBe(1);
    }

    [Fact]
    public async Task Case080_BranchThatWasCheckedOut_isTheOneThatGitSays()
    {
        repository.Git("checkout", "--quiet", "-b", "feat/other");

        await intake.ApplyAsync(sessionId, Moved("1") with { Body = "feat/a-lie" }, None);

        (await SessionAsync()).Branch.ShouldBe("feat/other");
        (await EventsAsync(EventKinds.BranchChanged)).ShouldBe(1);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("--detach")]
    public async Task Case080_BranchThatIsNobodysOrNone_isNotTheSessions(string target)
    {
        repository.Git("checkout", "--quiet", target);

        await intake.ApplyAsync(sessionId, Moved("1"), None);

        (await SessionAsync()).Branch.ShouldBe("feat/task");
    }

    [Fact]
    public async Task Branch_withANameThatLooksLikeAnOption_isNotTheSessions()
    {
        repository.Git("symbolic-ref", "HEAD", "refs/heads/--upload-pack=x");

        await intake.ApplyAsync(sessionId, Moved("1"), None);

        (await SessionAsync()).Branch.ShouldBe("feat/task");
    }

    [Fact]
    public async Task Case080_BranchOfASessionThatAnOperationHolds_staysAsItIs()
    {
        await ledger.WriteAsync("app", sessionId, draft => draft.Session = draft.Session! with { HeldBy = "kill-1" }, None);
        repository.Git("checkout", "--quiet", "-b", "feat/other");

        await intake.ApplyAsync(sessionId, Moved("1"), None);

        (await SessionAsync()).Branch.ShouldBe("feat/task");
    }

    [Fact]
    public async Task Fact_withANameWithoutEnd_isRefused()
    {
        var post = new HookPost(intake, ledger, TimeProvider.System);

        (await Should.ThrowAsync<AtheneException>(() =>
            post.AcceptAsync(sessionId, new HookRequest("git", "head-moved", Id: new string('x', 100_000)), None))).Type.ShouldBe(ErrorTypes.RequestInvalid);
    }

    [Fact]
    public async Task Facts_inAnyOrder_leaveTheNewestWord()
    {
        await intake.ApplyAsync(sessionId, Said("2", "PermissionRequest", Then.AddSeconds(2)), None);
        await intake.ApplyAsync(sessionId, Said("1", "UserPromptSubmit", Then.AddSeconds(1)), None);

        Known(Then.AddSeconds(3)).ShouldBe(Activity.WaitingInput);
        await intake.ApplyAsync(sessionId, Said("3", "Stop", Then.AddSeconds(4)), None);
        Known(Then.AddSeconds(5)).ShouldBe(Activity.Ready);
    }

    [Fact]
    public async Task Fact_fromTheFuture_countsFromNow()
    {
        await intake.ApplyAsync(sessionId, Said("1", "PermissionRequest", DateTimeOffset.MaxValue.AddYears(-1)), None);
        await intake.ApplyAsync(sessionId, Said("2", "Stop", TimeProvider.System.GetUtcNow()), None);

        Known(TimeProvider.System.GetUtcNow()).ShouldBe(Activity.Ready);
    }

    [Fact]
    public async Task Prompt_thatWasTaken_isProofOfDelivery()
    {
        await intake.ApplyAsync(sessionId, Said("1", "UserPromptSubmit", Then) with { Body = """{"prompt":"go on"}""" }, None);

        (await board.Prompts.ReadAsync()).ShouldBe((sessionId, new PromptSighting("go on", Then, EvidenceSource.Hook)));
    }

    [Fact]
    public async Task Fact_ofASessionThatIsGone_changesNothing()
    {
        await intake.ApplyAsync("app-99", Opened("1", "https://github.com/o/r/pull/7"), None);
        await intake.ApplyAsync("app-99", Moved("2"), None);

        (await ledger.FindSessionAsync("app-99", None)).ShouldBeNull();
    }

    private static HookFact Opened(string id, string answer) => new(id, HookSources.GitHub, HookMeaning.PullRequestCreated, Then, answer);

    private static HookFact Moved(string id) => new(id, HookSources.Git, HookMeaning.HeadMoved, Then, "");

    private static HookFact Said(string id, string name, DateTimeOffset at) => new(id, HookSources.ClaudeCode, name, at, "{}");

    private Activity? Known(DateTimeOffset now) => board.Of(sessionId).At(now, DateTimeOffset.MinValue, TimeSpan.FromMinutes(5))?.Activity;

    private async Task<SessionRecord> SessionAsync() => (await ledger.FindSessionAsync(sessionId, None)).ShouldNotBeNull();

    private async Task<int> EventsAsync(string kind) =>
        (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery(sessionId, kind), None)).Count;
}
