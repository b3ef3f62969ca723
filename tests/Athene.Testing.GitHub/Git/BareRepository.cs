using System.Globalization;

namespace Athene.Testing.GitHub.Git;

/// <summary>A bare repository on this machine, handled with git alone.</summary>
internal sealed class BareRepository(string path)
{
    private static readonly Dictionary<string, string?> Identity = new()
    {
        ["GIT_AUTHOR_NAME"] = "GitHub", ["GIT_AUTHOR_EMAIL"] = "noreply@github.test",
        ["GIT_COMMITTER_NAME"] = "GitHub", ["GIT_COMMITTER_EMAIL"] = "noreply@github.test",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1",
    };

    public string Path { get; } = path;

    public static async Task<BareRepository> CreateAsync(string path)
    {
        Directory.CreateDirectory(path);
        var repository = new BareRepository(path);
        await repository.GitAsync("init", "--quiet", "--bare", "--initial-branch=main");
        await repository.GitAsync("config", "http.receivepack", "true");
        return repository;
    }

    /// <summary>Every ref with its commit.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RefsAsync()
    {
        var lines = await GitAsync("for-each-ref", "--format=%(objectname) %(refname)");
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToDictionary(part => part[1], part => part[0]);
    }

    /// <summary>A commit that adds or changes one file, on top of another one.</summary>
    public async Task<string> CommitFileAsync(string? parent, string file, string text, string message)
    {
        using var index = new TemporaryDirectory();
        Dictionary<string, string?> own = new(Identity) { ["GIT_INDEX_FILE"] = index.Combine("index") };
        if (parent is not null) await RunAsync(own, null, ["read-tree", parent]);
        var blob = await RunAsync(own, text, ["hash-object", "-w", "--stdin"]);
        await RunAsync(own, null, ["update-index", "--add", "--cacheinfo", $"100644,{blob},{file}"]);
        return await CommitTreeAsync(await RunAsync(own, null, ["write-tree"]), message, parent is null ? [] : [parent]);
    }

    public Task<string> CommitTreeAsync(string tree, string message, params IReadOnlyList<string> parents) =>
        GitAsync(["commit-tree", tree, "-m", message, .. parents.SelectMany(parent => (string[])["-p", parent])]);

    /// <summary>The tree of both together; null when they are in conflict.</summary>
    public async Task<string?> MergedTreeAsync(string first, string second)
    {
        var merged = await Command(Identity, ["merge-tree", "--write-tree", first, second]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        return merged.ExitCode == 0 ? merged.StandardOutput.Trim() : null;
    }

    /// <summary>The commits of <paramref name="head"/> again, on top of <paramref name="onto"/>; the last of them.</summary>
    public async Task<string> RebasedAsync(string onto, string head)
    {
        using var folder = new TemporaryDirectory();
        var tree = folder.Combine("tree");
        await GitAsync("worktree", "add", "--quiet", "--detach", tree, head);
        await GitAsync("-C", tree, "rebase", "--quiet", onto);
        var last = await GitAsync("-C", tree, "rev-parse", "HEAD");
        await GitAsync("worktree", "remove", "--force", tree);
        return last;
    }

    public async Task<bool> ContainsAsync(string head, string ancestor) =>
        (await Command(Identity, ["merge-base", "--is-ancestor", ancestor, head]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync()).ExitCode == 0;

    /// <summary>How many lines the branch adds and removes.</summary>
    public async Task<(int Additions, int Deletions)> LinesAsync(string target, string head)
    {
        var lines = (await GitAsync("diff", "--numstat", $"{target}...{head}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var counts = lines.Select(line => line.Split('\t')).Select(part => (Added: CountOf(part[0]), Removed: CountOf(part[1]))).ToArray();
        return (counts.Sum(count => count.Added), counts.Sum(count => count.Removed));
    }

    public Task<string> GitAsync(params IReadOnlyList<string> arguments) => RunAsync(Identity, null, arguments);

    // git counts no lines of binary files.
    private static int CountOf(string text) => text == "-" ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(Dictionary<string, string?> environment, string? input, IReadOnlyList<string> arguments)
    {
        var command = Command(environment, arguments);
        if (input is not null) command = command.WithStandardInputPipe(PipeSource.FromString(input));
        return (await command.ExecuteBufferedAsync()).StandardOutput.Trim();
    }

    private Command Command(IReadOnlyDictionary<string, string?> environment, IReadOnlyList<string> arguments) =>
        Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(Path).WithEnvironmentVariables(environment);
}
