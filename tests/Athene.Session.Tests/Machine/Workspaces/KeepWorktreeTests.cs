using Athene.Configuration.Projects;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class KeepWorktreeTests() : KeepWorkContract(WorkspaceNames.Worktree)
{
    [Fact]
    public async Task Keep_in_the_middle_of_a_conflict_keeps_the_files_as_they_are()
    {
        var made = await CreateAsync();
        Repository.Commit("README.md", "theirs");
        Repository.Commit("README.md", "ours", made.Path);
        Should.Throw<InvalidOperationException>(() => Repository.GitIn(made.Path, "merge", "main"));

        await KeepAsync(made);

        Repository.Git("show", $"{Ref}:README.md").ShouldContain("<<<<<<<");
    }
}
