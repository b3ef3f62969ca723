using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

/// <summary>How the work in every kind of workspace is kept.</summary>
/// <param name="kind">One of the names of the configuration.</param>
public abstract class KeepWorkContract(string kind) : IDisposable
{
    protected const string Ref = "refs/athene/rescue/app-1/20260101-000000";

    private readonly Repository repository = new();
    private readonly WorkspaceChoice workspaces = new(new GitWorktrees(TimeProvider.System), new GitClones(TimeProvider.System));

    internal Repository Repository => repository;

    public void Dispose()
    {
        repository.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Keep_on_a_branch_without_commits_keeps_the_files()
    {
        var made = await CreateAsync();
        Repository.GitIn(made.Path, "checkout", "--quiet", "--orphan", "fresh");
        repository.Write("new.txt", "new", made.Path);

        (await KeepAsync(made)).ShouldBe(Ref);

        repository.Git("show", $"{Ref}:new.txt").ShouldBe("new");
    }

    [Fact]
    public async Task Keep_finds_what_the_configuration_would_hide()
    {
        var made = await CreateAsync();
        Repository.GitIn(made.Path, "config", "status.showUntrackedFiles", "no");
        repository.Write("hidden.txt", "hidden", made.Path);

        await KeepAsync(made);

        repository.Git("show", $"{Ref}:hidden.txt").ShouldBe("hidden");
    }

    [Fact]
    public async Task Keep_of_a_clean_worktree_without_commits_finds_nothing()
    {
        var made = await CreateAsync();

        (await KeepAsync(made)).ShouldBeNull();
    }

    [Fact]
    public async Task Case048_Keep_puts_changed_deleted_and_untracked_files_under_the_ref()
    {
        repository.Commit("doomed.txt", "doomed");
        repository.Commit(".gitignore", "*.log");
        var made = await CreateAsync();
        repository.Write("README.md", "changed", made.Path);
        repository.Write("new file 'ä'.txt", "new", made.Path);
        repository.Write("noise.log", "ignored", made.Path);
        File.Delete(Path.Combine(made.Path, "doomed.txt"));

        (await KeepAsync(made)).ShouldBe(Ref);

        repository.Git("show", $"{Ref}:README.md").ShouldBe("changed");
        repository.Git("show", $"{Ref}:new file 'ä'.txt").ShouldBe("new");
        repository.Git("ls-tree", "--name-only", Ref).Split('\n').ShouldNotContain("doomed.txt");
        repository.Git("ls-tree", "--name-only", Ref).Split('\n').ShouldNotContain("noise.log");
        repository.Git("rev-parse", $"{Ref}^").ShouldBe(made.BaseSha);
    }

    [Fact]
    public async Task Keep_of_a_repository_inside_the_worktree_refuses_since_it_would_lose_it()
    {
        var made = await CreateAsync();
        var nested = Directory.CreateDirectory(Path.Combine(made.Path, "nested")).FullName;
        Repository.GitIn(nested, "init", "--quiet");
        repository.Write("nested/work.txt", "precious", made.Path);
        Repository.GitIn(nested, "add", "--all");
        Repository.GitIn(nested, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", "inner");

        var refusal = await Should.ThrowAsync<AtheneException>(() => KeepAsync(made));

        refusal.Type.ShouldBe(ErrorTypes.WorkAtRisk);
        refusal.Message.ShouldContain("nested");
        File.Exists(Path.Combine(nested, "work.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Keep_touches_neither_the_index_nor_the_branch()
    {
        var made = await CreateAsync();
        repository.Write("staged.txt", "staged", made.Path);
        Repository.GitIn(made.Path, "add", "staged.txt");
        repository.Write("untracked.txt", "untracked", made.Path);
        var before = Repository.GitIn(made.Path, "status", "--porcelain");

        await KeepAsync(made);

        Repository.GitIn(made.Path, "status", "--porcelain").ShouldBe(before);
        Repository.GitIn(made.Path, "rev-parse", made.Branch).ShouldBe(made.BaseSha);
    }

    [Fact]
    public async Task Keep_of_unpushed_commits_points_at_them()
    {
        var made = await CreateAsync();
        var own = repository.Commit("own.txt", "own", made.Path);

        (await KeepAsync(made)).ShouldBe(Ref);

        repository.Git("rev-parse", Ref).ShouldBe(own);
    }

    [Fact]
    public async Task Keep_of_pushed_commits_finds_nothing()
    {
        repository.AddOrigin();
        var made = await CreateAsync();
        repository.Commit("own.txt", "own", made.Path);
        Repository.GitIn(made.Path, "push", "--quiet", "origin", "HEAD");

        (await KeepAsync(made)).ShouldBeNull();
    }

    [Fact]
    public async Task Keep_of_commits_on_a_detached_head_points_at_them()
    {
        var made = await CreateAsync();
        Repository.GitIn(made.Path, "checkout", "--quiet", "--detach");
        var lost = repository.Commit("own.txt", "own", made.Path);

        await KeepAsync(made);

        repository.Git("rev-parse", Ref).ShouldBe(lost);
    }

    [Fact]
    public async Task Keep_again_under_the_same_stamp_gives_the_same_ref_even_when_the_worktree_is_gone()
    {
        var made = await CreateAsync();
        repository.Write("new.txt", "new", made.Path);
        await KeepAsync(made);
        var commit = repository.Git("rev-parse", Ref);
        Directory.Delete(made.Path, recursive: true);

        (await KeepAsync(made)).ShouldBe(Ref);

        repository.Git("rev-parse", Ref).ShouldBe(commit);
    }

    [Fact]
    public async Task Keep_of_a_worktree_that_never_was_finds_nothing() =>
        (await workspaces.KeepWorkAsync(
            new KeepWorkRequest("app-1", "1", repository.Path, repository.WorktreePath("app-1"), "main"), default)).ShouldBeNull();

    protected Task<CreatedWorkspace> CreateAsync() => workspaces.CreateAsync(
        new WorkspaceRequest("op", repository.Path, repository.WorktreePath("app-1"), "session/app-1", "main") { Kind = kind }, default);

    protected Task<string?> KeepAsync(CreatedWorkspace made) => workspaces.KeepWorkAsync(
        new KeepWorkRequest("app-1", "20260101-000000", repository.Path, made.Path, "main", made.BaseSha), default);
}
