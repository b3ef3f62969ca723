using System.ComponentModel;
using System.Security.Cryptography;

namespace Athene.Testing.Agents;

/// <summary>
/// The real agent programs of the npm registry, in the versions of <c>Npm/package-lock.json</c>. They are large (1.4 GB) and the same for every
/// checkout, so one installation a lock file is kept in the user's cache directory and shared by all tests of this machine.
/// </summary>
/// <param name="Directory">The installed npm project.</param>
public sealed record AgentTools(string Directory)
{
    private const string Remedy = "These tests run the real agents: install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm).";

    /// <summary>What unpacks its program in a script of its own; no other package's scripts are run.</summary>
    private static readonly string[] Unpacked = ["@anthropic-ai/claude-code", "@ampcode/cli", "opencode-ai"];

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(200);

    private static readonly Lazy<Task<AgentTools>> Installation = new(InstallOnceAsync);

    /// <summary>Where <c>claude</c>, <c>codex</c>, <c>opencode</c>, <c>gemini</c>, <c>qwen</c>, <c>amp</c> and <c>copilot</c> are.</summary>
    public string BinDirectory => Path.Combine(Directory, "node_modules", ".bin");

    /// <summary>Installs the tools unless that was done before; about half a minute with npm's cache, a minute without.</summary>
    public static Task<AgentTools> InstallAsync() => Installation.Value;

    /// <summary>The path of one program.</summary>
    public string Program(string name) => Path.Combine(BinDirectory, name);

    private static async Task<AgentTools> InstallOnceAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Npm");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..12];
        var target = Path.Combine(CacheDirectory(), $"agent-tools-{version}");
        System.IO.Directory.CreateDirectory(CacheDirectory());
        using var limit = new CancellationTokenSource(InstallLimit);
        await using var turn = await LockAsync($"{target}.lock", limit.Token);
        if (!System.IO.Directory.Exists(target)) await InstallAsync(source, target, limit.Token);
        return new AgentTools(target);
    }

    // The directory appears under its name only when it is complete.
    private static async Task InstallAsync(string source, string target, CancellationToken cancellationToken)
    {
        var draft = $"{target}.draft";
        if (System.IO.Directory.Exists(draft)) System.IO.Directory.Delete(draft, recursive: true);
        System.IO.Directory.CreateDirectory(draft);
        foreach (var file in System.IO.Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(draft, Path.GetFileName(file)));
        await NpmAsync(draft, ["install", "--no-audit", "--no-fund", "--prefer-offline"], cancellationToken);
        await NpmAsync(draft, ["rebuild", "--ignore-scripts=false", .. Unpacked], cancellationToken);
        System.IO.Directory.Move(draft, target);
    }

    private static async Task NpmAsync(string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await Cli.Wrap("npm").WithArguments(arguments).WithWorkingDirectory(directory)
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
            if (outcome.IsSuccess) return;
            throw new InvalidOperationException($"npm {arguments[0]} failed, so no agent can be run:\n{outcome.StandardError}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"npm is not there. {Remedy}", missing);
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another test process is installing the same tools.
                await Task.Delay(LockInterval, cancellationToken);
            }
        }
    }

    private static string CacheDirectory() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "athene-tests");
}
