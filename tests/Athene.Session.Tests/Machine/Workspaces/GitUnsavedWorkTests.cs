using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class GitUnsavedWorkTests : IDisposable
{
    private readonly Repository repository = new();
    private readonly GitUnsavedWork work = new(TimeProvider.System);
    private readonly string worktree;

    public GitUnsavedWorkTests()
    {
        repository.AddOrigin();
        worktree = repository.WorktreePath("app-1");
        repository.Git("worktree", "add", "-q", "-b", "session/app-1", worktree);
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Find_cleanWorktree_hasNone() => (await FindAsync()).IsNone.ShouldBeTrue();

    [Fact]
    public async Task Find_uncommittedAndNewFiles_areNamed()
    {
        repository.Write("new.txt", "new", worktree);

        (await FindAsync()).ChangedFiles.ShouldBe(["new.txt"]);
    }

    [Fact]
    public async Task Find_filesThatAthenePutThere_areNone()
    {
        repository.Write(".env", "x", worktree);

        (await FindAsync(ignored: ".env")).IsNone.ShouldBeTrue();
    }

    [Fact]
    public async Task Find_commitThatIsNowhereElse_isUnpushed_andOnceItIsPushedOrMergedIsNot()
    {
        var commit = repository.Commit("work.txt", "work", worktree);
        (await FindAsync()).HasUnpushedCommits.ShouldBeTrue();

        (await FindAsync(elsewhere: commit)).IsNone.ShouldBeTrue();
        Repository.GitIn(worktree, "push", "-q", "origin", "HEAD");
        (await FindAsync()).IsNone.ShouldBeTrue();
    }

    [Fact]
    public async Task Find_workspaceThatIsGone_hasNone() =>
        (await work.FindAsync(new WorkSearch(repository.Outside("nowhere"), "main", [], []), CancellationToken.None)).IsNone.ShouldBeTrue();

    private Task<Contracts.Sessions.UnsavedWork> FindAsync(string? elsewhere = null, string? ignored = null) => work.FindAsync(
        new WorkSearch(worktree, "main", elsewhere is null ? [] : [elsewhere], ignored is null ? [] : [ignored]), CancellationToken.None);
}
