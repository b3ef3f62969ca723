using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class WorktreeAdoptionTests : IDisposable
{
    private const string Branch = "orchestrator/app-orchestrator";

    private readonly Repository repository = new();
    private readonly WorktreeAdoption adoption = new(TimeProvider.System);

    private string Existing => repository.WorktreePath("app-orchestrator");

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Find_branchThatIsCheckedOutSomewhere_isThatDirectory()
    {
        (await adoption.FindAsync(repository.Path, Branch, CancellationToken.None)).ShouldBeNull();
        repository.Git("branch", Branch);
        (await adoption.FindAsync(repository.Path, Branch, CancellationToken.None)).ShouldBeNull();
        repository.Git("worktree", "add", "--quiet", Existing, Branch);

        (await adoption.FindAsync(repository.Path, Branch, CancellationToken.None)).ShouldBe(Existing);
    }

    [Fact]
    public async Task Find_worktreeWhoseDirectoryIsGone_isNone()
    {
        repository.Git("worktree", "add", "--quiet", "-b", Branch, Existing);
        Directory.Delete(Existing, recursive: true);

        (await adoption.FindAsync(repository.Path, Branch, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Adopt_worktreeWithWork_leavesItAsItIsAndKnowsWhereItBegan()
    {
        var start = repository.Head;
        repository.Git("worktree", "add", "--quiet", "-b", Branch, Existing);
        var own = repository.Commit("own.txt", "own", Existing);
        repository.Write("unsaved.txt", "precious", Existing);
        repository.Commit("later.txt", "later");

        var request = new WorkspaceRequest("op-1", repository.Path, Existing, Branch, "main");
        var adopted = await adoption.AdoptAsync(request, CancellationToken.None);

        adopted.ShouldBe(new CreatedWorkspace(Existing, Branch, start, "refs/heads/main", BranchOrigin.Adopted));
        (await adoption.AdoptAsync(request, CancellationToken.None)).ShouldBe(adopted);
        Repository.GitIn(Existing, "rev-parse", "HEAD").ShouldBe(own);
        File.ReadAllText(Path.Combine(Existing, "unsaved.txt")).ShouldBe("precious");
        Repository.GitIn(Existing, "status", "--porcelain").ShouldBe("?? unsaved.txt");
    }
}
