using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class CreateCloneTests() : CreateContract(WorkspaceNames.Clone)
{
    [Fact]
    public async Task Create_makes_a_repository_that_needs_nothing_of_the_project()
    {
        var made = await CreateAsync("app-1", "session/app-1");

        Repository.Git("worktree", "list", "--porcelain").ShouldNotContain("app-1");
        Repository.Git("branch", "--list").ShouldNotContain("session/app-1");
        File.Exists(Path.Combine(made.Path, ".git", "objects", "info", "alternates")).ShouldBeFalse();
        Repository.GitIn(made.Path, "branch", "--format=%(refname:short)").ShouldBe("session/app-1");
        Repository.GitIn(made.Path, "config", "user.name").ShouldBe("Tester");
    }

    [Fact]
    public async Task Create_takes_the_projects_origin_over_with_what_it_knows_of_it()
    {
        Repository.Git("branch", "local-only");
        var origin = Repository.AddOrigin();
        Repository.GitIn(origin, "branch", "-D", "local-only");
        Repository.Git("fetch", "--quiet", "--prune", "origin");

        var made = await CreateAsync("app-1", "session/app-1");

        Repository.GitIn(made.Path, "remote", "get-url", "origin").ShouldBe(origin);
        Repository.GitIn(made.Path, "for-each-ref", "--format=%(refname)", "refs/remotes").Split('\n')
            .ShouldBe(["refs/remotes/origin/HEAD", "refs/remotes/origin/main"]);
    }

    [Fact]
    public async Task Create_in_a_project_without_origin_has_the_project_for_one()
    {
        var made = await CreateAsync("app-1", "session/app-1");
        Repository.Commit("own.txt", "own", made.Path);

        Repository.GitIn(made.Path, "push", "--quiet", "origin", "HEAD");

        Repository.Git("rev-parse", "session/app-1").ShouldBe(Repository.GitIn(made.Path, "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task Create_after_an_attempt_that_was_killed_halfway_makes_the_clone_anew()
    {
        Directory.CreateDirectory(Path.Combine(Repository.Worktrees, ".app-1.new", ".git", "objects"));

        var made = await CreateAsync("app-1", "session/app-1");

        File.Exists(Path.Combine(made.Path, "README.md")).ShouldBeTrue();
        Directory.GetFileSystemEntries(Repository.Worktrees).ShouldBe([made.Path]);
    }

    [Fact]
    public async Task Create_where_something_lies_leaves_it_alone()
    {
        Directory.CreateDirectory(Repository.WorktreePath("app-1"));
        Repository.Write("stray", "x", Repository.WorktreePath("app-1"));

        await Should.ThrowAsync<AtheneException>(CreateAsync("app-1", "session/app-1"));

        File.Exists(Path.Combine(Repository.WorktreePath("app-1"), "stray")).ShouldBeTrue();
    }
}
