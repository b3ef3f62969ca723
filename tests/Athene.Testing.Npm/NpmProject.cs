using System.ComponentModel;
using System.Security.Cryptography;

namespace Athene.Testing.Npm;

/// <summary>
/// A project of npm that tests need. It is the same for every checkout, so one installation a lock file is kept in the user's cache directory and shared by
/// all tests of this machine.
/// </summary>
public static class NpmProject
{
    private const string Remedy = "Install Node.js 20 or newer with npm (Debian: apt-get install nodejs npm).";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Installs the project unless that was done before, and says where it is.</summary>
    /// <param name="source">The folder with its <c>package.json</c>, <c>package-lock.json</c> and <c>.npmrc</c>.</param>
    /// <param name="name">What its installations are called in the cache.</param>
    /// <param name="unpacked">Packages that unpack themselves in a script of their own; no other package's scripts are run.</param>
    public static async Task<string> InstallAsync(string source, string name, params IReadOnlyList<string> unpacked)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..12];
        var target = Path.Combine(CacheDirectory(), $"{name}-{version}");
        Directory.CreateDirectory(CacheDirectory());
        using var limit = new CancellationTokenSource(InstallLimit);
        await using var turn = await LockAsync($"{target}.lock", limit.Token);
        if (!Directory.Exists(target)) await InstallAsync(source, target, unpacked, limit.Token);
        return target;
    }

    // The directory appears under its name only when it is complete.
    private static async Task InstallAsync(string source, string target, IReadOnlyList<string> unpacked, CancellationToken cancellationToken)
    {
        var draft = $"{target}.draft";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(draft, Path.GetFileName(file)));
        await NpmAsync(draft, ["install", "--no-audit", "--no-fund", "--prefer-offline"], cancellationToken);
        if (unpacked.Count > 0) await NpmAsync(draft, ["rebuild", "--ignore-scripts=false", .. unpacked], cancellationToken);
        Directory.Move(draft, target);
    }

    private static async Task NpmAsync(string directory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await Cli.Wrap("npm").WithArguments(arguments).WithWorkingDirectory(directory)
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
            if (outcome.IsSuccess) return;
            throw new InvalidOperationException($"npm {arguments[0]} failed, so what these tests need is not there:\n{outcome.StandardError}");
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
                // Another test process is installing the same.
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
