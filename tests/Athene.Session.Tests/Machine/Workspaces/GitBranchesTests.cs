using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class GitBranchesTests : IDisposable
{
    private const string Topic = "feat/x";

    private readonly Repository repository = new("a repo with 'quotes'");
    private readonly GitBranches branches = new(TimeProvider.System);
    private readonly string origin;
    private readonly string worktree;

    public GitBranchesTests()
    {
        origin = repository.AddOrigin();
        worktree = AddWorktree("app-1", "session/app-1");
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task CheckOut_branchOfOrigin_isThereWithItsCommits()
    {
        var pushed = PushToOrigin(Topic);

        var result = await CheckOutAsync();

        (result.Branch, result.HeadCommit, result.Changed).ShouldBe((Topic, pushed, true));
        result.BaseCommit.ShouldBe(repository.Head);
        BranchOf(worktree).ShouldBe(Topic);
        repository.Git("config", $"branch.{Topic}.merge").ShouldBe($"refs/heads/{Topic}");
    }

    [Fact]
    public async Task CheckOut_again_changesNothingMore()
    {
        PushToOrigin(Topic);
        var first = await CheckOutAsync();

        // A step that comes again after a crash knows what the worktree had before.
        (await CheckOutAsync()).ShouldBe(first);
        (await CheckOutAsync(former: new WorkspaceHead(Topic, first.HeadCommit))).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task CheckOut_localBranchBehind_catchesUp()
    {
        repository.Git("branch", Topic);
        var pushed = PushToOrigin(Topic);

        (await CheckOutAsync()).HeadCommit.ShouldBe(pushed);
    }

    [Fact]
    public async Task CheckOut_localBranchAhead_keepsItsCommits()
    {
        PushToOrigin(Topic);
        repository.Git("fetch", "--quiet", "origin");
        var other = AddWorktree("app-2", Topic, $"origin/{Topic}");
        var mine = repository.Commit("mine.txt", "mine", other);

        (await CheckOutAsync(release: other)).HeadCommit.ShouldBe(mine);

        BranchOf(other).ShouldBeEmpty();
        Repository.GitIn(other, "rev-parse", "HEAD").ShouldBe(mine);
    }

    [Fact]
    public async Task CheckOut_branchesThatDiverged_isRefusedAndMovesNeither()
    {
        PushToOrigin(Topic);
        var other = AddWorktree("app-2", Topic);
        var mine = repository.Commit("mine.txt", "mine", other);

        (await RefusedAsync(release: other)).Type.ShouldBe(ErrorTypes.WorkAtRisk);

        BranchOf(worktree).ShouldBe("session/app-1");
        BranchOf(other).ShouldBe(Topic);
        repository.Git("rev-parse", Topic).ShouldBe(mine);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("untracked.txt")]
    public async Task CheckOut_uncommittedWork_isRefused(string file)
    {
        PushToOrigin(Topic);
        repository.Write(file, "unsaved", worktree);

        (await RefusedAsync()).Type.ShouldBe(ErrorTypes.WorkAtRisk);

        BranchOf(worktree).ShouldBe("session/app-1");
        File.ReadAllText(Path.Combine(worktree, file)).ShouldBe("unsaved");
    }

    [Fact]
    public async Task CheckOut_symlinksOfTheProject_areNobodysWork()
    {
        PushToOrigin(Topic);
        Directory.CreateSymbolicLink(Path.Combine(worktree, "node_modules"), repository.Outside("cache"));

        (await CheckOutAsync(ignored: ["node_modules"])).Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task CheckOut_commitsThatNoBranchHolds_areNotLeft()
    {
        PushToOrigin(Topic);
        Repository.GitIn(worktree, "switch", "--quiet", "--detach");
        var lonely = repository.Commit("lonely.txt", "lonely", worktree);

        (await RefusedAsync()).Type.ShouldBe(ErrorTypes.WorkAtRisk);

        Repository.GitIn(worktree, "rev-parse", "HEAD").ShouldBe(lonely);
    }

    [Fact]
    public async Task CheckOut_branchOfAWorktreeThatIsGone_isTaken()
    {
        PushToOrigin(Topic);
        repository.Git("fetch", "--quiet", "origin");
        var other = AddWorktree("app-2", Topic, $"origin/{Topic}");
        Directory.Delete(other, recursive: true);

        (await CheckOutAsync(release: other)).Changed.ShouldBeTrue();

        BranchOf(worktree).ShouldBe(Topic);
    }

    [Fact]
    public async Task CheckOut_branchHeldElsewhere_isRefused()
    {
        PushToOrigin(Topic);
        repository.Git("switch", "--quiet", "--create", Topic);

        var refused = await RefusedAsync();

        refused.Type.ShouldBe(ErrorTypes.BranchBusy);
        refused.Message.ShouldContain(repository.Path);
        BranchOf(repository.Path).ShouldBe(Topic);
    }

    [Fact]
    public async Task CheckOut_holderWithUncommittedWork_isRefused()
    {
        PushToOrigin(Topic);
        var other = AddWorktree("app-2", Topic);
        repository.Write("new.txt", "unsaved", other);

        var refused = await RefusedAsync(release: other);

        refused.Type.ShouldBe(ErrorTypes.WorkAtRisk);
        refused.Message.ShouldContain(other);
        BranchOf(other).ShouldBe(Topic);
    }

    [Fact]
    public async Task CheckOut_nameThatGitWouldTakeForAnOption_isRefused() =>
        (await Should.ThrowAsync<AtheneException>(() => branches.CheckOutAsync(Checkout("--upload-pack=evil"), CancellationToken.None)))
            .Type.ShouldBe(ErrorTypes.BranchInvalid);

    [Fact]
    public async Task CheckOut_branchThatOriginHasNot_saysSo() => (await RefusedAsync()).Message.ShouldContain(Topic);

    [Fact]
    public async Task Return_putsEverybodyBack()
    {
        PushToOrigin(Topic);
        var other = AddWorktree("app-2", Topic);
        await CheckOutAsync(release: other);

        await branches.ReturnAsync(Checkout(release: other), CancellationToken.None);

        BranchOf(worktree).ShouldBe("session/app-1");
        BranchOf(other).ShouldBeEmpty("the branch has moved on: what is checked out there must not change");
    }

    [Fact]
    public async Task Return_branchThatDidNotMove_isGivenBack()
    {
        var pushed = PushToOrigin(Topic);
        repository.Git("fetch", "--quiet", "origin");
        var other = AddWorktree("app-2", Topic, pushed);
        await CheckOutAsync(release: other);

        await branches.ReturnAsync(Checkout(release: other), CancellationToken.None);
        await branches.ReturnAsync(Checkout(release: other), CancellationToken.None);

        (BranchOf(worktree), BranchOf(other)).ShouldBe(("session/app-1", Topic));
    }

    private static string BranchOf(string path) => Repository.GitIn(path, "branch", "--show-current");

    private string AddWorktree(string sessionId, string branch, string start = "main")
    {
        var path = repository.WorktreePath(sessionId);
        repository.Git("worktree", "add", "--quiet", "--no-track", "-b", branch, path, start);
        return path;
    }

    private string PushToOrigin(string branch)
    {
        var clone = repository.Outside($"clone-{Guid.NewGuid():N}");
        repository.Git("clone", "--quiet", origin, clone);
        Repository.GitIn(clone, "config", "user.name", "Other");
        Repository.GitIn(clone, "config", "user.email", "other@example.com");
        var commit = repository.Commit("theirs.txt", "theirs", clone);
        Repository.GitIn(clone, "push", "--quiet", "origin", $"HEAD:refs/heads/{branch}");
        return commit;
    }

    private BranchCheckout Checkout(
        string branch = Topic, string? release = null, IReadOnlyList<string>? ignored = null, WorkspaceHead? former = null) => new(
        worktree, $"refs/heads/{branch}", $"refs/remotes/origin/{branch}", branch, "main",
        former ?? new WorkspaceHead("session/app-1", repository.Head), ignored ?? [], release);

    private Task<CheckedOutBranch> CheckOutAsync(string? release = null, IReadOnlyList<string>? ignored = null, WorkspaceHead? former = null) =>
        branches.CheckOutAsync(Checkout(release: release, ignored: ignored, former: former), CancellationToken.None);

    private Task<AtheneException> RefusedAsync(string? release = null) => Should.ThrowAsync<AtheneException>(() => CheckOutAsync(release));
}
