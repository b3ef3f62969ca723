using Athene.Configuration.Projects;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class HostileWorktreeTests() : HostileRepositoryContract(WorkspaceNames.Worktree)
{
    [Fact]
    public async Task A_filter_that_fails_is_told()
    {
        AddLargeFile();

        var made = await CreateAsync(Repository.Path);

        made.Caution.ShouldNotBeNull().ShouldContain("lfs");
        File.ReadAllText(Path.Combine(made.Path, "big.bin")).ShouldBe("pointer");
    }

    [Fact]
    public async Task A_hook_that_fails_is_told()
    {
        AddHook("post-checkout", "echo no server >&2; exit 3");

        var made = await LifeAsync(Repository.Path);

        made.Caution.ShouldNotBeNull().ShouldContain("no server");
    }

    [Fact]
    public async Task A_hook_that_never_ends_is_ended()
    {
        AddHook("post-checkout", "sleep 912");

        var made = await LifeAsync(Repository.Path);

        made.Caution.ShouldNotBeNull().ShouldContain("within 1 s");
    }

    [Fact]
    public async Task A_hook_that_prepares_the_files_has_done_so()
    {
        AddHook("post-checkout", "echo \"$1 $2 $3 $(pwd)\" > prepared");

        var made = await CreateAsync(Repository.Path);

        made.Caution.ShouldBeNull();
        File.ReadAllText(Path.Combine(made.Path, "prepared")).ShouldBe($"{new string('0', 40)} {made.BaseSha} 1 {made.Path}\n");
    }

    [Theory]
    [InlineData("reference-transaction")]
    [InlineData("post-index-change")]
    [InlineData("pre-commit")]
    public async Task A_hook_that_would_stop_the_rescue_is_not_asked(string hook)
    {
        AddHook(hook, "exit 1");

        (await LifeAsync(Repository.Path)).Caution.ShouldBeNull();
    }

    [Fact]
    public async Task A_branch_that_was_there_before_stays_when_a_spawn_is_undone()
    {
        Repository.Git("branch", "feat/x");

        await LifeAsync(Repository.Path, branch: "feat/x");

        Repository.Git("branch", "--list", "feat/x").ShouldNotBeEmpty();
    }

    private void AddHook(string name, string script)
    {
        var file = Path.Combine(Repository.Path, ".git", "hooks", name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
