using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class RemoveTests : IDisposable
{
    private readonly Repository repository = new();
    private readonly GitWorktrees workspaces = new(TimeProvider.System);

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Remove_takes_directory_and_registration_away_and_keeps_the_branch()
    {
        var made = await CreateAsync();
        repository.Write("dirty.txt", "dirty", made.Path);

        (await RemoveAsync(made.Path)).ShouldBe(new RemovedWorkspace(Existed: true, BranchDeleted: false));

        Directory.Exists(made.Path).ShouldBeFalse();
        repository.Git("worktree", "list", "--porcelain").ShouldNotContain("app-1");
        repository.Git("rev-parse", made.Branch).ShouldBe(made.BaseSha);
    }

    [Fact]
    public async Task Remove_with_the_branch_deletes_one_without_commits()
    {
        var made = await CreateAsync();

        (await RemoveAsync(made.Path, made.Branch, made.BaseSha)).BranchDeleted.ShouldBeTrue();

        repository.Git("branch", "--list", made.Branch).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remove_with_the_branch_knows_by_itself_where_it_started()
    {
        var made = await CreateAsync();

        (await RemoveAsync(made.Path, made.Branch)).BranchDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Remove_with_the_branch_keeps_one_with_commits()
    {
        var made = await CreateAsync();
        var own = repository.Commit("own.txt", "own", made.Path);

        (await RemoveAsync(made.Path, made.Branch, made.BaseSha)).BranchDeleted.ShouldBeFalse();

        repository.Git("rev-parse", made.Branch).ShouldBe(own);
    }

    [Fact]
    public async Task Remove_with_the_branch_keeps_one_that_is_checked_out_elsewhere()
    {
        var made = await CreateAsync();
        repository.Git("-C", made.Path, "checkout", "--quiet", "--detach");
        repository.Git("switch", "--quiet", made.Branch);

        (await RemoveAsync(made.Path, made.Branch, made.BaseSha)).BranchDeleted.ShouldBeFalse();

        repository.Git("rev-parse", made.Branch).ShouldBe(made.BaseSha);
    }

    [Theory]
    [InlineData("scribbled")]
    [InlineData("{}")]
    public async Task Remove_with_a_marker_that_was_overwritten_keeps_the_branch(string text)
    {
        var made = await CreateAsync();
        var administrative = Repository.GitIn(made.Path, "rev-parse", "--absolute-git-dir");
        await File.WriteAllTextAsync(Path.Combine(administrative, "athene-workspace.json"), text);

        (await RemoveAsync(made.Path, made.Branch, made.BaseSha)).BranchDeleted.ShouldBeFalse();

        Directory.Exists(made.Path).ShouldBeFalse();
        repository.Git("rev-parse", made.Branch).ShouldBe(made.BaseSha);
    }

    [Fact]
    public async Task Remove_again_finds_nothing_and_is_no_error()
    {
        var made = await CreateAsync();
        await RemoveAsync(made.Path);

        (await RemoveAsync(made.Path)).Existed.ShouldBeFalse();
    }

    [Fact]
    public async Task Remove_of_a_worktree_that_git_no_longer_knows_deletes_the_directory()
    {
        var made = await CreateAsync();
        File.Delete(Path.Combine(made.Path, ".git"));

        var removed = await RemoveAsync(made.Path);

        removed.FellBack.ShouldNotBeNullOrEmpty();
        Directory.Exists(made.Path).ShouldBeFalse();
        repository.Git("worktree", "list", "--porcelain").ShouldNotContain("app-1");
    }

    [Fact]
    public async Task Remove_of_a_locked_worktree_works()
    {
        var made = await CreateAsync();
        repository.Git("worktree", "lock", made.Path);

        await RemoveAsync(made.Path);

        Directory.Exists(made.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Case046_Remove_outside_the_managed_roots_is_refused()
    {
        foreach (var path in new[] { repository.Path + "/", repository.Outside("elsewhere"), repository.Worktrees, repository.Worktrees + "/../repo" })
        {
            Directory.CreateDirectory(path);

            (await Should.ThrowAsync<AtheneException>(RemoveAsync(path))).Type.ShouldBe(ErrorTypes.WorkspaceFailed);

            Directory.Exists(path).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Remove_of_a_link_to_elsewhere_is_refused()
    {
        Directory.CreateDirectory(repository.Worktrees);
        Directory.CreateSymbolicLink(repository.WorktreePath("app-1"), repository.Path);

        await Should.ThrowAsync<AtheneException>(RemoveAsync(repository.WorktreePath("app-1")));

        File.Exists(Path.Combine(repository.Path, "README.md")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/h/projects/p/worktrees/app-1", true)]
    [InlineData("/h/projects/p/worktrees/app-1/", true)]
    [InlineData("/h/projects/p/worktrees/app-1/deeper", true)]
    [InlineData("/home/u/.worktrees/p/app-1", true)]
    [InlineData("/home/u/.worktrees/my-app/app-1", true)]
    [InlineData("/h/projects/p/worktrees", false)]
    [InlineData("/h/projects/p/worktrees-2/app-1", false)]
    [InlineData("/h/projects/p/worktrees/../app-1", false)]
    [InlineData("/h/projects/q/worktrees/app-1", false)]
    [InlineData("/src/my-app", false)]
    [InlineData("/src/my-app/", false)]
    [InlineData("/src", false)]
    [InlineData("/tmp/x", false)]
    [InlineData("/", false)]
    [InlineData("app-1", false)]
    [InlineData("", false)]
    public void Case046_May_remove_only_what_lies_below_a_managed_root(string path, bool expected) =>
        ManagedPaths.MayRemove(path, "/src/my-app", ManagedPaths.Roots(["/h/projects/p/worktrees"], "/home/u", "p", "/src/my-app/"))
            .ShouldBe(expected);

    [Fact]
    public void May_remove_never_the_project_even_when_it_lies_below_a_root() =>
        ManagedPaths.MayRemove("/w/app", "/w/app/src", ["/w"]).ShouldBeFalse();

    private Task<CreatedWorkspace> CreateAsync() => workspaces.CreateAsync(
        new WorkspaceRequest("op", repository.Path, repository.WorktreePath("app-1"), "session/app-1", "main"), default);

    private Task<RemovedWorkspace> RemoveAsync(string path, string? branch = null, string? baseSha = null) => workspaces.RemoveAsync(
        new WorkspaceRemoval(repository.Path, path, [repository.Worktrees], branch, baseSha), default);
}
