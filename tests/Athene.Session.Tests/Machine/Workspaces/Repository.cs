using System.Diagnostics;

namespace Athene.Session.Tests.Machine.Workspaces;

/// <summary>A real git repository in a temporary directory, driven as a person would.</summary>
internal sealed class Repository : IDisposable
{
    private readonly TemporaryDirectory home = new();

    public Repository(string name = "repo", bool withCommit = true)
    {
        Path = home.Combine(name);
        Directory.CreateDirectory(Path);
        Git("init", "--quiet", "--initial-branch", "main");
        Git("config", "user.name", "Tester");
        Git("config", "user.email", "tester@example.com");
        if (withCommit) Commit("README.md", "start");
    }

    public string Path { get; }

    public string Worktrees => home.Combine("worktrees");

    public string Head => Git("rev-parse", "HEAD");

    public string WorktreePath(string sessionId) => System.IO.Path.Combine(Worktrees, sessionId);

    public string Outside(string name) => home.Combine(name);

    public void Write(string file, string text, string? directory = null) =>
        File.WriteAllText(System.IO.Path.Combine(directory ?? Path, file), text);

    public string Commit(string file, string text, string? directory = null)
    {
        Write(file, text, directory);
        GitIn(directory ?? Path, "add", "--all");
        GitIn(directory ?? Path, "commit", "--quiet", "--message", text);
        return GitIn(directory ?? Path, "rev-parse", "HEAD");
    }

    /// <summary>A bare repository that becomes this one's origin, holding all its branches.</summary>
    public string AddOrigin()
    {
        var origin = home.Combine("origin.git");
        Git("clone", "--quiet", "--bare", Path, origin);
        Git("remote", "add", "origin", origin);
        Git("fetch", "--quiet", "origin");
        return origin;
    }

    public string Git(params string[] arguments) => GitIn(Path, arguments);

    public string GitWithInput(string input, params string[] arguments) => GitIn(Path, arguments, input);

    public static string GitIn(string directory, params string[] arguments) => GitIn(directory, arguments, "");

    private static string GitIn(string directory, string[] arguments, string input)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }

    public void Dispose() => home.Dispose();
}
