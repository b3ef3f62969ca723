using Athene.Contracts.Errors;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Tests.Machine.Workspaces;

/// <summary>Repositories as they are found: a session begins in them, its work is kept, and it ends, whatever its workspace is.</summary>
/// <param name="kind">One of the names of the configuration.</param>
public abstract class HostileRepositoryContract(string kind) : IDisposable
{
    private const string Ref = "refs/athene/rescue/app-1/1";

    private readonly Repository repository = new();

    internal Repository Repository => repository;

    protected WorkspaceChoice Workspaces { get; } =
        new(new GitWorktrees(TimeProvider.System, TimeSpan.FromSeconds(1)), new GitClones(TimeProvider.System, TimeSpan.FromSeconds(1)));

    public void Dispose()
    {
        repository.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_detached_head_of_the_project()
    {
        repository.Commit("second.txt", "second");
        repository.Git("checkout", "--quiet", "--detach", "HEAD~1");

        var made = await LifeAsync(repository.Path);

        made.BaseSha.ShouldBe(repository.Git("rev-parse", "main"));
        (await new GitRepositories(TimeProvider.System).DescribeAsync(repository.Path, default)).ShouldNotBeNull().DefaultBranch.ShouldBe("main");
    }

    [Fact]
    public async Task A_shallow_clone()
    {
        repository.Commit("second.txt", "second");
        var shallow = repository.Outside("shallow");
        repository.Git("clone", "--quiet", "--depth", "1", "file://" + repository.Path, shallow);

        var made = await LifeAsync(shallow);

        made.BaseRef.ShouldBe("refs/remotes/origin/main");
        Repository.GitIn(shallow, "rev-list", "--count", "HEAD").ShouldBe("1");
    }

    [Fact]
    public async Task A_bare_repository()
    {
        var bare = repository.Outside("bare.git");
        repository.Git("clone", "--quiet", "--bare", repository.Path, bare);
        Repository.GitIn(bare, "remote", "remove", "origin");

        await LifeAsync(bare);

        (await new GitRepositories(TimeProvider.System).DescribeAsync(bare, default)).ShouldNotBeNull().Root.ShouldBe(bare);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("it's \"quoted\" $(touch hacked) `x` #1; & |")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("ends in a space ")]
    [InlineData("Ελληνικά 🦉 é")]
    [InlineData("--upload-pack=x")]
    [InlineData("back\\slash*?[x]")]
    public async Task A_path_of_any_characters(string name)
    {
        using var odd = new Repository(name);
        odd.Git("worktree", "add", "--quiet", "-b", "busy", odd.Outside($"other {name}"));

        await LifeAsync(odd.Path, branch: "busy", expected: "busy-2", below: odd.Worktrees);

        (await new GitRepositories(TimeProvider.System).DescribeAsync(odd.Path, default)).ShouldNotBeNull().Root.ShouldBe(odd.Path);
    }

    [Fact]
    public async Task Files_with_names_that_look_like_options()
    {
        foreach (var name in (string[])["-rf", "--help", "--", "-", "@", "HEAD", "refs", ":(top)x"]) repository.Write(name, name);
        repository.Git("add", "--all");
        repository.Git("commit", "--quiet", "--message", "odd names");

        await LifeAsync(repository.Path, path =>
        {
            repository.Write("-rf", "changed", path);
            repository.Write("--output=hacked", "new", path);
        });

        repository.Git("show", $"{Ref}:-rf").ShouldBe("changed");
        repository.Git("show", $"{Ref}:--output=hacked").ShouldBe("new");
    }

    [Fact]
    public async Task Fifty_thousand_files()
    {
        var blob = repository.Git("hash-object", "-w", "README.md");
        var index = string.Concat(Enumerable.Range(0, 50_000).Select(n => $"100644 {blob}\td{n / 500}/f{n}\n"));
        repository.GitWithInput(index, "update-index", "--add", "--index-info");
        repository.Git("commit", "--quiet", "--message", "many");

        await LifeAsync(repository.Path, path => File.Delete(Path.Combine(path, "d7", "f3500")));

        repository.Git("ls-tree", "--name-only", $"{Ref}:d7").Split('\n').Length.ShouldBe(499);
    }

    [Fact]
    public async Task Configuration_that_runs_programs()
    {
        var hacked = repository.Outside("hacked");
        var more = repository.Outside("more.config");
        await File.WriteAllTextAsync(more, $"[core]\n\tfsmonitor = \"touch '{hacked}' #\"\n[alias]\n\tstatus = \"!touch '{hacked}'\"\n");
        repository.Git("config", "includeIf.gitdir:**.path", more);
        repository.Git("config", "alias.worktree", $"!touch '{hacked}'");
        repository.Git("config", "core.fsmonitor", $"touch '{hacked}' #");
        repository.Git("config", "status.showUntrackedFiles", "no");
        repository.Git("config", "commit.gpgSign", "true");
        repository.Git("config", "core.pager", $"touch '{hacked}' #");

        await LifeAsync(repository.Path);

        File.Exists(hacked).ShouldBeFalse();
    }

    [Fact]
    public async Task Submodules_that_nobody_has_touched()
    {
        using var library = new Repository("library");
        AddSubmodule(library);

        await LifeAsync(repository.Path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submodules_with_work_that_would_be_lost_are_named(bool committed)
    {
        using var library = new Repository("library");
        AddSubmodule(library);
        var made = await CreateAsync(repository.Path);
        Repository.GitIn(made.Path, "-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init");
        (await KeepAsync(repository.Path, made)).ShouldBeNull();
        var inside = Path.Combine(made.Path, "lib");
        repository.Write("README.md", "changed", inside);
        if (committed)
        {
            Repository.GitIn(inside, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "--all", "--message", "inside");
            Repository.GitIn(made.Path, "commit", "--quiet", "--all", "--message", "moved");
        }

        var refusal = await Should.ThrowAsync<AtheneException>(KeepAsync(repository.Path, made));

        refusal.Type.ShouldBe(ErrorTypes.WorkAtRisk);
        refusal.Message.ShouldContain("'lib'");
    }

    [Fact]
    public async Task Large_files_whose_filter_fails()
    {
        AddLargeFile();

        var made = await LifeAsync(repository.Path, path => repository.Write("big.bin", "changed", path));

        repository.Git("show", $"{made.BaseSha}:big.bin").ShouldBe("pointer");
        repository.Git("show", $"{Ref}:big.bin").ShouldBe("changed");
    }

    [Fact]
    public async Task A_directory_that_is_read_only_goes_with_the_workspace()
    {
        await LifeAsync(repository.Path, path =>
        {
            var cache = Directory.CreateDirectory(Path.Combine(path, "cache", "module"));
            File.WriteAllText(Path.Combine(cache.FullName, "file"), "x");
            cache.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        });
    }

    protected Task<CreatedWorkspace> CreateAsync(string path, string branch = "session/app-1", string? below = null) => Workspaces.CreateAsync(
        new WorkspaceRequest("op", path, Path.Combine(below ?? repository.Worktrees, "app-1"), branch, "main") { Kind = kind }, default);

    protected Task<string?> KeepAsync(string path, CreatedWorkspace made) => Workspaces.KeepWorkAsync(
        new KeepWorkRequest("app-1", "1", path, made.Path, "main", made.BaseSha), default);

    /// <summary>A session from its beginning to its end, with a new file that must survive it.</summary>
    protected async Task<CreatedWorkspace> LifeAsync(
        string path, Action<string>? work = null, string branch = "session/app-1", string? expected = null, string? below = null)
    {
        var made = await CreateAsync(path, branch, below);
        made.Branch.ShouldBe(expected ?? branch);
        Repository.GitIn(made.Path, "symbolic-ref", "--short", "HEAD").ShouldBe(made.Branch);
        Repository.GitIn(made.Path, "-c", "core.fsmonitor=false", "-c", "filter.lfs.required=false", "-c", "filter.lfs.process=", "status", "--porcelain").ShouldBeEmpty();
        repository.Write("work.txt", "mine", made.Path);
        work?.Invoke(made.Path);

        (await KeepAsync(path, made)).ShouldBe(Ref);
        await Workspaces.RemoveAsync(
            new WorkspaceRemoval(path, made.Path, [below ?? repository.Worktrees], made.Branch, made.BaseSha) { Kind = kind }, default);

        Repository.GitIn(path, "show", $"{Ref}:work.txt").ShouldBe("mine");
        Directory.Exists(made.Path).ShouldBeFalse();
        return made;
    }

    private void AddSubmodule(Repository library)
    {
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Path, "lib");
        repository.Git("commit", "--quiet", "--message", "with a submodule");
    }

    /// <summary>A file under a filter that this machine cannot run, as where Git LFS is configured and not installed.</summary>
    protected void AddLargeFile()
    {
        repository.Write(".gitattributes", "*.bin filter=lfs\n");
        repository.Commit("big.bin", "pointer");
        foreach (var what in (string[])["smudge", "clean", "process"]) repository.Git("config", $"filter.lfs.{what}", $"no-git-lfs-here {what}");
        repository.Git("config", "filter.lfs.required", "true");
    }
}
