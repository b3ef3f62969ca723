using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

/// <summary>How every kind of workspace is made.</summary>
/// <param name="kind">One of the names of the configuration.</param>
public abstract class CreateContract(string kind) : IDisposable
{
    private readonly Repository repository = new();
    private readonly WorkspaceChoice workspaces = new(new GitWorktrees(TimeProvider.System), new GitClones(TimeProvider.System));

    internal Repository Repository => repository;

    public void Dispose()
    {
        repository.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Create_in_a_local_repository_makes_a_worktree_on_a_new_branch()
    {
        var made = await CreateAsync("app-1", "session/app-1");

        made.ShouldBe(new CreatedWorkspace(
            repository.WorktreePath("app-1"), "session/app-1", repository.Head, "refs/heads/main", BranchOrigin.Created));
        made.BranchIsNew.ShouldBeTrue();
        Repository.GitIn(made.Path, "branch", "--show-current").ShouldBe("session/app-1");
        (await workspaces.ExistsAsync(made.Path, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Create_again_under_the_same_operation_finds_the_same_worktree_and_keeps_its_files()
    {
        var first = await CreateAsync("app-1", "session/app-1", "op");
        repository.Write("work.txt", "mine", first.Path);

        var second = await CreateAsync("app-1", "session/app-1", "op");

        second.ShouldBe(first);
        File.ReadAllText(Path.Combine(first.Path, "work.txt")).ShouldBe("mine");
    }

    [Fact]
    public async Task Create_over_the_worktree_of_another_operation_is_refused()
    {
        await CreateAsync("app-1", "session/app-1", "op-1");

        var error = await Should.ThrowAsync<AtheneException>(CreateAsync("app-1", "session/app-1", "op-2"));

        error.Problem.Status.ShouldBe(409);
        error.Message.ShouldContain("op-1");
    }

    [Fact]
    public async Task Case023_Create_on_a_branch_with_commits_of_its_own_keeps_them()
    {
        repository.Git("branch", "feat/INT-1");
        repository.Git("checkout", "--quiet", "feat/INT-1");
        var own = repository.Commit("own.txt", "own");
        repository.Git("checkout", "--quiet", "main");

        var made = await CreateAsync("app-2", "feat/INT-1");

        made.How.ShouldBe(BranchOrigin.AttachedWithCommits);
        made.BranchIsNew.ShouldBeFalse();
        made.BaseSha.ShouldBe(repository.Head);
        repository.Git("rev-parse", "feat/INT-1").ShouldBe(own);
    }

    [Fact]
    public async Task Create_on_a_branch_that_is_checked_out_elsewhere_takes_the_next_free_name()
    {
        await CreateAsync("app-1", "feat/x", "op-1");
        repository.Git("branch", "feat/x-2");

        var made = await CreateAsync("app-2", "feat/x", "op-2");

        made.Branch.ShouldBe("feat/x-3");
        made.How.ShouldBe(BranchOrigin.CreatedWithSuffix);
    }

    [Fact]
    public async Task Create_with_an_origin_starts_from_what_origin_has_now()
    {
        var origin = repository.AddOrigin();
        var other = repository.Outside("other");
        repository.Git("clone", "--quiet", origin, other);
        Repository.GitIn(other, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "--allow-empty", "-m", "newer");
        Repository.GitIn(other, "push", "--quiet", "origin", "main");

        var made = await CreateAsync("app-1", "session/app-1");

        made.BaseRef.ShouldBe("refs/remotes/origin/main");
        made.BaseSha.ShouldBe(Repository.GitIn(other, "rev-parse", "HEAD"));
        made.StaleBase.ShouldBeNull();
        Repository.GitIn(made.Path, "config", "--list").ShouldNotContain("branch.session/app-1");
    }

    [Fact]
    public async Task Create_when_origin_cannot_be_reached_goes_on_and_says_so()
    {
        repository.AddOrigin();
        repository.Git("remote", "set-url", "origin", repository.Outside("gone.git"));

        var made = await CreateAsync("app-1", "session/app-1");

        made.BaseRef.ShouldBe("refs/remotes/origin/main");
        made.StaleBase.ShouldNotBeNull().ShouldContain("gone.git");
    }

    [Fact]
    public async Task Create_in_a_repository_without_commits_says_to_make_one()
    {
        using var empty = new Repository(withCommit: false);

        var error = await Should.ThrowAsync<AtheneException>(workspaces.CreateAsync(
            new WorkspaceRequest("op", empty.Path, empty.WorktreePath("app-1"), "session/app-1", "main") { Kind = kind }, default));

        error.Type.ShouldBe(ErrorTypes.RepositoryEmpty);
        error.Hint.ShouldNotBeNull().ShouldContain("git commit");
        Directory.Exists(empty.WorktreePath("app-1")).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_with_a_default_branch_that_does_not_exist_names_it()
    {
        var error = await Should.ThrowAsync<AtheneException>(workspaces.CreateAsync(
            new WorkspaceRequest("op", repository.Path, repository.WorktreePath("app-1"), "session/app-1", "trunk") { Kind = kind }, default));

        error.Message.ShouldContain("'trunk'");
    }

    [Fact]
    public async Task Create_outside_any_repository_says_so()
    {
        using var directory = new TemporaryDirectory();

        var error = await Should.ThrowAsync<AtheneException>(workspaces.CreateAsync(
            new WorkspaceRequest("op", directory.Path, directory.Combine("w", "app-1"), "session/app-1", "main") { Kind = kind }, default));

        error.Type.ShouldBe(ErrorTypes.ProjectInvalid);
    }

    [Theory]
    [InlineData("bad name")]
    [InlineData("--upload-pack=touch /tmp/x")]
    [InlineData("a..b")]
    [InlineData("x.lock")]
    [InlineData("")]
    public async Task Create_with_an_unsafe_branch_is_refused_before_git_is_asked(string branch)
    {
        var error = await Should.ThrowAsync<AtheneException>(CreateAsync("app-1", branch));

        error.Type.ShouldBe(ErrorTypes.BranchInvalid);
        Directory.Exists(repository.Worktrees).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_in_a_path_with_spaces_quotes_and_dollars_works()
    {
        using var odd = new Repository("it's \"my\" $(repo) #1 ä");

        var made = await workspaces.CreateAsync(
            new WorkspaceRequest("op", odd.Path, odd.WorktreePath("app-1"), "session/app-1", "main") { Kind = kind }, default);

        File.Exists(Path.Combine(made.Path, "README.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Case004_Create_of_twenty_worktrees_at_once_makes_twenty()
    {
        var made = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => CreateAsync($"app-{n}", $"session/app-{n}", $"op-{n}")));

        made.Select(workspace => workspace.Branch).Distinct().Count().ShouldBe(20);
        made.ShouldAllBe(workspace => File.Exists(Path.Combine(workspace.Path, "README.md")));
    }

    [Fact]
    public async Task Case003_Remote_session_numbers_are_those_of_the_prefix()
    {
        repository.Git("branch", "session/app-22");
        repository.Git("branch", "session/app-x");
        repository.Git("branch", "session/other-40");
        repository.AddOrigin();

        (await workspaces.RemoteSessionNumbersAsync(repository.Path, "app", default)).ShouldBe([22]);
    }

    [Fact]
    public async Task Case003_Remote_session_numbers_are_none_when_origin_does_not_answer()
    {
        repository.AddOrigin();
        repository.Git("remote", "set-url", "origin", repository.Outside("gone.git"));

        (await workspaces.RemoteSessionNumbersAsync(repository.Path, "app", default)).ShouldBeEmpty();
    }

    protected Task<CreatedWorkspace> CreateAsync(string sessionId, string branch, string operation = "op") => workspaces.CreateAsync(
        new WorkspaceRequest(operation, repository.Path, repository.WorktreePath(sessionId), branch, "main") { Kind = kind }, default);
}
