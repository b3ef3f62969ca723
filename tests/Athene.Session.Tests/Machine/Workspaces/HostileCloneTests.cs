using Athene.Configuration.Projects;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class HostileCloneTests() : HostileRepositoryContract(WorkspaceNames.Clone)
{
    [Fact]
    public async Task The_projects_objects_may_be_collected_while_the_clone_lives()
    {
        Repository.Git("checkout", "--quiet", "-b", "doomed");
        Repository.Commit("doomed.txt", "doomed");
        var made = await CreateAsync(Repository.Path, "feat/x");
        var own = Repository.Commit("own.txt", "own", made.Path);
        Repository.Git("checkout", "--quiet", "main");
        Repository.Git("branch", "--quiet", "-D", "doomed");
        Repository.Git("reflog", "expire", "--expire=now", "--all");
        Repository.Git("gc", "--quiet", "--prune=now");

        Repository.GitIn(made.Path, "fsck", "--strict");

        (await KeepAsync(Repository.Path, made)).ShouldNotBeNull();
        Repository.Git("cat-file", "-t", own).ShouldBe("commit");
    }
}
