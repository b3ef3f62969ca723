using Athene.Configuration.Projects;

namespace Athene.Session.Tests.Machine.Workspaces;

public sealed class KeepCloneTests() : KeepWorkContract(WorkspaceNames.Clone)
{
    [Fact]
    public async Task Keep_brings_every_branch_over_as_it_was()
    {
        var made = await CreateAsync();
        Repository.GitIn(made.Path, "checkout", "--quiet", "-b", "side");
        var side = Repository.Commit("side.txt", "side", made.Path);
        Repository.GitIn(made.Path, "checkout", "--quiet", "session/app-1");

        (await KeepAsync(made)).ShouldBe(Ref);

        Repository.Git("rev-parse", $"{Ref}-refs/heads/side").ShouldBe(side);
        Repository.Git("rev-parse", $"{Ref}-refs/heads/session/app-1").ShouldBe(made.BaseSha);
        Repository.Git("branch", "--list", "side").ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_in_a_clone_with_links_round_in_circles_comes_to_an_end()
    {
        var made = await CreateAsync();
        Repository.Write("README.md", "changed", made.Path);
        foreach (var place in (string[])["modules", Path.Combine("lfs", "objects")])
        {
            var directory = Directory.CreateDirectory(Path.Combine(made.Path, ".git", place));
            foreach (var link in (string[])["one", "two"]) Directory.CreateSymbolicLink(Path.Combine(directory.FullName, link), ".");
        }

        (await KeepAsync(made).WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe(Ref);
    }

    [Fact]
    public async Task Keep_brings_all_stashes_over()
    {
        var made = await CreateAsync();
        foreach (var text in (string[])["first", "second"])
        {
            Repository.Write("README.md", text, made.Path);
            Repository.GitIn(made.Path, "stash", "--quiet");
        }

        (await KeepAsync(made)).ShouldBe(Ref);

        Repository.Git("show", $"{Ref}-refs/stash^1:README.md").ShouldBe("second");
        Repository.Git("show", $"{Ref}-refs/stash^2:README.md").ShouldBe("first");
    }

    [Fact]
    public async Task Keep_never_sends_anything_to_origin()
    {
        var origin = Repository.AddOrigin();
        var made = await CreateAsync();
        Repository.Commit("own.txt", "own", made.Path);
        var before = Repository.GitIn(origin, "for-each-ref");

        await KeepAsync(made);

        Repository.GitIn(origin, "for-each-ref").ShouldBe(before);
        Repository.Git("show", $"{Ref}:own.txt").ShouldBe("own");
    }

    [Fact]
    public async Task Keep_brings_the_contents_of_large_files_over()
    {
        var made = await CreateAsync();
        Repository.Commit("own.txt", "own", made.Path);
        var stored = Directory.CreateDirectory(Path.Combine(made.Path, ".git", "lfs", "objects", "ab", "cd")).FullName;
        await File.WriteAllTextAsync(Path.Combine(stored, "abcd"), "large");

        await KeepAsync(made);

        (await File.ReadAllTextAsync(Path.Combine(Repository.Path, ".git", "lfs", "objects", "ab", "cd", "abcd"))).ShouldBe("large");
    }
}
