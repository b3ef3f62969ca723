using System.ComponentModel;
using System.Security.Cryptography;

namespace Athene.Dapr.Foreign;

/// <summary>
/// The npm project in <c>JavaScript/</c>, installed beside the compiled tests from its lock file, with this machine's npm
/// configuration. An installation stays until the lock file changes.
/// </summary>
public sealed class NodeProject : IAsyncLifetime
{
    private const string Remedy = "This proof runs Dapr's official JavaScript SDK: install Node.js 18 or newer with npm (Debian: apt-get install nodejs npm).";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<Task> Installation = new(InstallAsync);

    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "JavaScript");

    public Task InitializeAsync() => Installation.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task InstallAsync()
    {
        await RequireAsync("node");
        await RequireAsync("npm");
        var stamp = Path.Combine(Directory, "node_modules", ".athene-lock");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Directory, "package-lock.json"))));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted) return;
        using var limit = new CancellationTokenSource(InstallLimit);
        var installed = await Cli.Wrap("npm").WithArguments(["ci", "--no-audit", "--no-fund"])
            .WithWorkingDirectory(Directory)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        if (!installed.IsSuccess) throw new InvalidOperationException($"npm ci failed, so the JavaScript SDK cannot be run:\n{installed.StandardError}");
        await File.WriteAllTextAsync(stamp, wanted, limit.Token);
    }

    private static async Task RequireAsync(string program)
    {
        try
        {
            await Cli.Wrap(program).WithArguments(["--version"]).ExecuteBufferedAsync();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is not there. {Remedy}", e);
        }
    }
}
