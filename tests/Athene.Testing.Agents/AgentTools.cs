using Athene.Testing.Npm;

namespace Athene.Testing.Agents;

/// <summary>The real agent programs of the npm registry, in the versions of <c>Npm/package-lock.json</c>: 1.4 GB.</summary>
/// <param name="Directory">The installed npm project.</param>
public sealed record AgentTools(string Directory)
{
    /// <summary>What unpacks its program in a script of its own.</summary>
    private static readonly string[] Unpacked = ["@anthropic-ai/claude-code", "@ampcode/cli", "opencode-ai"];

    private static readonly Lazy<Task<AgentTools>> Installation = new(InstallOnceAsync);

    /// <summary>Where <c>claude</c>, <c>codex</c>, <c>opencode</c>, <c>gemini</c>, <c>qwen</c>, <c>amp</c> and <c>copilot</c> are.</summary>
    public string BinDirectory => Path.Combine(Directory, "node_modules", ".bin");

    /// <summary>Installs the tools unless that was done before; about half a minute with npm's cache, a minute without.</summary>
    public static Task<AgentTools> InstallAsync() => Installation.Value;

    /// <summary>The path of one program.</summary>
    public string Program(string name) => Path.Combine(BinDirectory, name);

    private static async Task<AgentTools> InstallOnceAsync() =>
        new(await NpmProject.InstallAsync(Path.Combine(AppContext.BaseDirectory, "Npm"), "agent-tools", Unpacked));
}
