using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class RestoreCloneTests : IDisposable
{
    private readonly Repository repository = new();
    private readonly WorkspaceChoice workspaces = new(new GitWorktrees(TimeProvider.System), new GitClones(TimeProvider.System));

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Case067_Restore_brings_commits_and_uncommitted_files_back()
    {
        var made = await CreateAsync();
        var own = repository.Commit("own.txt", "own", made.Path);
        repository.Write("README.md", "changed", made.Path);
        var rescued = await EndAsync(made);

        var restored = await RestoreAsync(rescued);

        restored.HoldsRescuedWork.ShouldBeTrue();
        restored.BaseSha.ShouldBe(made.BaseSha);
        Repository.GitIn(made.Path, "symbolic-ref", "--short", "HEAD").ShouldBe("session/app-1");
        Repository.GitIn(made.Path, "rev-parse", "HEAD").ShouldBe(own);
        File.ReadAllText(Path.Combine(made.Path, "README.md")).ShouldBe("changed");
    }

    [Fact]
    public async Task Restore_of_a_branch_that_was_pushed_takes_it_from_origin()
    {
        repository.AddOrigin();
        var made = await CreateAsync();
        var own = repository.Commit("own.txt", "own", made.Path);
        Repository.GitIn(made.Path, "push", "--quiet", "origin", "HEAD");
        (await EndAsync(made)).ShouldBeNull();

        await RestoreAsync(null);

        Repository.GitIn(made.Path, "rev-parse", "HEAD").ShouldBe(own);
    }

    [Fact]
    public async Task Restore_again_finds_what_it_made_and_keeps_its_files()
    {
        var made = await CreateAsync();
        repository.Write("README.md", "changed", made.Path);
        var rescued = await EndAsync(made);
        await RestoreAsync(rescued);
        repository.Write("since.txt", "since", made.Path);

        (await RestoreAsync(rescued)).HoldsRescuedWork.ShouldBeTrue();

        File.ReadAllText(Path.Combine(made.Path, "since.txt")).ShouldBe("since");
    }

    [Fact]
    public async Task Restore_without_the_other_branches_says_that_the_rescue_is_still_needed()
    {
        var made = await CreateAsync();
        Repository.GitIn(made.Path, "branch", "side");
        repository.Write("README.md", "changed", made.Path);

        (await RestoreAsync(await EndAsync(made))).HoldsRescuedWork.ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_where_an_empty_directory_lies_takes_its_place()
    {
        var made = await CreateAsync();
        await EndAsync(made);
        Directory.CreateDirectory(made.Path);

        await RestoreAsync(null);

        Repository.GitIn(made.Path, "rev-parse", "HEAD").ShouldBe(made.BaseSha);
    }

    [Fact]
    public async Task Restore_where_something_lies_leaves_it_alone()
    {
        Directory.CreateDirectory(repository.WorktreePath("app-1"));
        repository.Write("stray", "x", repository.WorktreePath("app-1"));

        (await Should.ThrowAsync<AtheneException>(RestoreAsync(null))).Type.ShouldBe(ErrorTypes.WorkspaceMissing);

        File.Exists(Path.Combine(repository.WorktreePath("app-1"), "stray")).ShouldBeTrue();
    }

    private Task<CreatedWorkspace> CreateAsync() => workspaces.CreateAsync(
        new WorkspaceRequest("op", repository.Path, repository.WorktreePath("app-1"), "session/app-1", "main") { Kind = WorkspaceNames.Clone }, default);

    private async Task<string?> EndAsync(CreatedWorkspace made)
    {
        var rescued = await workspaces.KeepWorkAsync(new KeepWorkRequest("app-1", "1", repository.Path, made.Path, "main", made.BaseSha), default);
        await workspaces.RemoveAsync(
            new WorkspaceRemoval(repository.Path, made.Path, [repository.Worktrees]) { Kind = WorkspaceNames.Clone }, default);
        return rescued;
    }

    private Task<RestoredWorkspace> RestoreAsync(string? rescued) => workspaces.RestoreAsync(
        new WorkspaceRestoration("op", repository.Path, repository.WorktreePath("app-1"), "session/app-1", "main", repository.Head, rescued, WorkspaceState.Absent)
        {
            Kind = WorkspaceNames.Clone,
        },
        default);
}
