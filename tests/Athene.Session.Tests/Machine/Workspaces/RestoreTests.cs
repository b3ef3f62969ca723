using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class RestoreTests : IDisposable
{
    private const string Branch = "session/app-1";

    private readonly Repository repository = new();
    private readonly GitWorktrees worktrees = new(TimeProvider.System);

    private string Path => repository.WorktreePath("app-1");

    private string Marker => System.IO.Path.Combine(Repository.GitIn(Path, "rev-parse", "--absolute-git-dir"), "athene-workspace.json");

    [Fact]
    public async Task Restore_removedWorktree_isOnItsBranchWithItsCommits()
    {
        var created = await CreateAsync();
        var own = repository.Commit("own.txt", "own work", Path);
        await RemoveAsync();

        var restored = await RestoreAsync(created.BaseSha);

        restored.Branch.ShouldBe(Branch);
        restored.BaseSha.ShouldBe(created.BaseSha);
        Repository.GitIn(Path, "rev-parse", "HEAD").ShouldBe(own);
        Repository.GitIn(Path, "symbolic-ref", "--short", "HEAD").ShouldBe(Branch);
    }

    [Fact]
    public async Task Restore_directoryDeletedByHand_isMadeAgain()
    {
        await CreateAsync();
        Directory.Delete(Path, recursive: true);

        await RestoreAsync();

        (await worktrees.LookAsync(Path, CancellationToken.None)).ShouldBe(WorkspaceState.Present);
    }

    [Fact]
    public async Task Restore_rescuedFiles_comeBackAsTheyWere()
    {
        await CreateAsync();
        repository.Commit("old.txt", "old", Path);
        repository.Write("README.md", "changed", Path);
        repository.Write("new.txt", "new", Path);
        File.Delete(System.IO.Path.Combine(Path, "old.txt"));
        var rescue = await KeepAsync();
        await RemoveAsync();

        var restored = await RestoreAsync(rescue: rescue);

        restored.HoldsRescuedWork.ShouldBeTrue();
        Repository.GitIn(Path, "status", "--porcelain").Split('\n').Select(line => line.Trim()).ShouldBe(["M README.md", "D old.txt", "?? new.txt"], ignoreOrder: true);
        (await File.ReadAllTextAsync(System.IO.Path.Combine(Path, "new.txt"))).ShouldBe("new");
    }

    [Fact]
    public async Task Restore_branchThatMovedSinceTheRescue_keepsItsOwnFiles()
    {
        await CreateAsync();
        repository.Write("README.md", "changed", Path);
        var rescue = await KeepAsync();
        Repository.GitIn(Path, "checkout", "--quiet", "--", ".");
        repository.Commit("later.txt", "later", Path);
        await RemoveAsync();

        var restored = await RestoreAsync(rescue: rescue);

        restored.HoldsRescuedWork.ShouldBeFalse();
        Repository.GitIn(Path, "status", "--porcelain").ShouldBeEmpty();
    }

    [Fact]
    public async Task Restore_sameAgain_leavesTheWorktreeAlone()
    {
        await CreateAsync();
        await RemoveAsync();
        await RestoreAsync();
        repository.Write("since.txt", "since", Path);

        await RestoreAsync();

        File.Exists(System.IO.Path.Combine(Path, "since.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Restore_branchThatIsOnlyOnOrigin_startsThere()
    {
        var created = await CreateAsync();
        var own = repository.Commit("own.txt", "own", Path);
        repository.AddOrigin();
        await RemoveAsync();
        repository.Git("branch", "--delete", "--force", Branch);

        (await RestoreAsync(created.BaseSha)).BaseSha.ShouldBe(created.BaseSha);

        Repository.GitIn(Path, "rev-parse", "HEAD").ShouldBe(own);
    }

    [Fact]
    public async Task Restore_branchThatIsGoneEverywhere_startsAtTheDefaultBranch()
    {
        await CreateAsync();
        await RemoveAsync();
        repository.Git("branch", "--delete", "--force", Branch);
        var main = repository.Commit("merged.txt", "merged");

        (await RestoreAsync()).BaseSha.ShouldBe(main);

        Repository.GitIn(Path, "rev-parse", "HEAD").ShouldBe(main);
    }

    [Fact]
    public async Task Restore_branchCheckedOutElsewhere_saysWhere()
    {
        await CreateAsync();
        await RemoveAsync();
        repository.Git("checkout", "--quiet", Branch);

        var refusal = await Should.ThrowAsync<AtheneException>(() => RestoreAsync());

        refusal.Type.ShouldBe(ErrorTypes.WorkspaceMissing);
        refusal.Message.ShouldContain(repository.Path);
    }

    [Fact]
    public async Task Restore_worktreeThatWasThereWithoutItsMarker_isLeftAlone()
    {
        await CreateAsync();
        File.Delete(Marker);
        repository.Write("unsaved.txt", "unsaved", Path);

        var refusal = await Should.ThrowAsync<AtheneException>(() => RestoreAsync(found: WorkspaceState.Unknown));

        refusal.Type.ShouldBe(ErrorTypes.WorkAtRisk);
        refusal.Hint.ShouldNotBeNullOrEmpty();
        File.Exists(System.IO.Path.Combine(Path, "unsaved.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Restore_worktreeThatAKilledAttemptLeft_isMadeAnew()
    {
        await CreateAsync();
        File.Delete(Marker);
        File.Delete(System.IO.Path.Combine(Path, "README.md"));

        await RestoreAsync();

        File.Exists(System.IO.Path.Combine(Path, "README.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Look_filesThatAreNoWorktree_areUnknown()
    {
        Directory.CreateDirectory(Path);
        (await worktrees.LookAsync(Path, CancellationToken.None)).ShouldBe(WorkspaceState.Absent);

        repository.Write("precious.txt", "mine", Path);

        (await worktrees.LookAsync(Path, CancellationToken.None)).ShouldBe(WorkspaceState.Unknown);
    }

    [Fact]
    public async Task WorkInProgress_isWhatTheBranchHasBeyondItsBase()
    {
        var created = await CreateAsync();
        repository.Commit("one.txt", "first step", Path);
        repository.Commit("two.txt", "second step", Path);
        repository.Write("three.txt", "unsaved", Path);

        var work = await worktrees.WorkInProgressAsync(Path, created.BaseSha, CancellationToken.None);

        work.Commits.ShouldBe(["second step", "first step"]);
        work.ChangedFiles.ShouldBe(["three.txt"]);
    }

    public void Dispose() => repository.Dispose();

    private Task<CreatedWorkspace> CreateAsync() =>
        worktrees.CreateAsync(new WorkspaceRequest("spawn-1", repository.Path, Path, Branch, "main"), CancellationToken.None);

    private Task<RemovedWorkspace> RemoveAsync() =>
        worktrees.RemoveAsync(new WorkspaceRemoval(repository.Path, Path, [repository.Worktrees]), CancellationToken.None);

    private Task<string?> KeepAsync() =>
        worktrees.KeepWorkAsync(new KeepWorkRequest("app-1", "stamp", repository.Path, Path, "main"), CancellationToken.None);

    private Task<RestoredWorkspace> RestoreAsync(
        string? baseSha = null, string? rescue = null, WorkspaceState found = WorkspaceState.Absent) => worktrees.RestoreAsync(
        new WorkspaceRestoration("spawn-1", repository.Path, Path, Branch, "main", baseSha, rescue, found), CancellationToken.None);
}
