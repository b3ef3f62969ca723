namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A git repository of a person, made and read with git alone.</summary>
internal sealed class TestRepository(string path)
{
    public string Path { get; } = path;

    /// <summary>A repository with one commit on <c>main</c>.</summary>
    public static async Task<TestRepository> CreateAsync(string path)
    {
        var repository = await CreateEmptyAsync(path);
        await repository.CommitFileAsync("README.md", "# A project\n");
        return repository;
    }

    /// <summary>A repository without any commit.</summary>
    public static async Task<TestRepository> CreateEmptyAsync(string path)
    {
        Directory.CreateDirectory(path);
        var repository = new TestRepository(path);
        await repository.GitAsync("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    public Task<string> GitAsync(params string[] arguments) => GitInAsync(Path, arguments);

    public static Task<string> GitInAsync(string directory, params string[] arguments) =>
        Shell.AskAsync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", .. arguments], directory);

    public async Task CommitFileAsync(string name, string content)
    {
        Write(name, content);
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message", $"Add {name}");
    }

    public void Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>Makes a bare repository beside this one, its origin, with <c>main</c> and the given branches.</summary>
    public async Task AddOriginAsync(params string[] branches)
    {
        var origin = Path + "-origin.git";
        await GitAsync("init", "--quiet", "--bare", "--initial-branch=main", origin);
        await GitAsync("remote", "add", "origin", origin);
        await GitAsync(["push", "--quiet", "origin", "main", .. branches.Select(branch => $"main:refs/heads/{branch}")]);
    }

    /// <summary>The directories of all worktrees but the main one.</summary>
    public async Task<IReadOnlyList<string>> WorktreesAsync() => [.. (await GitAsync("worktree", "list", "--porcelain"))
        .Split('\n').Where(line => line.StartsWith("worktree ", StringComparison.Ordinal)).Select(line => line["worktree ".Length..]).Skip(1)];

    public Task<IReadOnlyList<string>> BranchesAsync() => RefsAsync("refs/heads");

    public Task<IReadOnlyList<string>> RescueRefsAsync() => RefsAsync("refs/athene/rescue");

    public async Task<bool> ContainsAsync(string commit, string reference) =>
        (await Shell.RunAsync("git", ["merge-base", "--is-ancestor", commit, reference], directory: Path)).ExitCode == 0;

    private async Task<IReadOnlyList<string>> RefsAsync(string below)
    {
        var format = below == "refs/heads" ? "%(refname:short)" : "%(refname)";
        return (await GitAsync("for-each-ref", $"--format={format}", below)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
