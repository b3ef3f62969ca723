using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class CreateWorktreeTests() : CreateContract(WorkspaceNames.Worktree)
{
    [Fact]
    public async Task Create_after_an_attempt_that_was_killed_halfway_makes_the_worktree_anew()
    {
        // What 'git worktree add' leaves when it is killed: branch, registration and a part of the files, but no marker.
        Repository.Git("worktree", "add", "--quiet", "-b", "session/app-1", Repository.WorktreePath("app-1"), "main");
        File.Delete(Path.Combine(Repository.WorktreePath("app-1"), "README.md"));

        var made = await CreateAsync("app-1", "session/app-1");

        made.How.ShouldBe(BranchOrigin.CreatedBefore);
        made.BranchIsNew.ShouldBeTrue("undoing may delete it");
        File.Exists(Path.Combine(made.Path, "README.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Create_on_an_empty_branch_that_somebody_made_leaves_it_theirs()
    {
        Repository.Git("branch", "feat/x");

        var made = await CreateAsync("app-1", "feat/x");

        made.How.ShouldBe(BranchOrigin.AttachedEmpty);
        made.BranchIsNew.ShouldBeFalse();
    }

    [Fact]
    public async Task Create_where_a_stray_directory_lies_replaces_it()
    {
        Directory.CreateDirectory(Repository.WorktreePath("app-1"));
        Repository.Write("stray", "x", Repository.WorktreePath("app-1"));

        var made = await CreateAsync("app-1", "session/app-1");

        File.Exists(Path.Combine(made.Path, "stray")).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_after_the_directory_was_deleted_by_hand_attaches_the_branch_again()
    {
        var first = await CreateAsync("app-1", "feat/x", "op-1");
        var own = Repository.Commit("own.txt", "own", first.Path);
        Directory.Delete(first.Path, recursive: true);

        var second = await CreateAsync("app-2", "feat/x", "op-2");

        second.How.ShouldBe(BranchOrigin.AttachedWithCommits);
        Repository.GitIn(second.Path, "rev-parse", "HEAD").ShouldBe(own);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_where_git_remembers_a_worktree_that_is_gone_makes_it_anew(bool locked)
    {
        Repository.Git("worktree", "add", "--quiet", "--detach", Repository.WorktreePath("app-1"), "main");
        if (locked) Repository.Git("worktree", "lock", Repository.WorktreePath("app-1"));
        Directory.Delete(Repository.WorktreePath("app-1"), recursive: true);

        var made = await CreateAsync("app-1", "session/app-1");

        made.How.ShouldBe(BranchOrigin.Created);
        File.Exists(Path.Combine(made.Path, "README.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task Create_where_a_worktree_of_another_repository_lies_leaves_it_alone()
    {
        using var other = new Repository();
        other.Git("worktree", "add", "--quiet", "--detach", Repository.WorktreePath("app-1"), "main");
        other.Write("precious.txt", "precious", Repository.WorktreePath("app-1"));

        var refusal = await Should.ThrowAsync<AtheneException>(CreateAsync("app-1", "session/app-1"));

        refusal.Message.ShouldContain("another repository");
        File.Exists(Path.Combine(Repository.WorktreePath("app-1"), "precious.txt")).ShouldBeTrue();
    }
}
