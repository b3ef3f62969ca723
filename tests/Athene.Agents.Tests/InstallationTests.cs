using Athene.Testing.Agents;

namespace Athene.Agents.Tests;

public sealed class InstallationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("amp")]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("copilot")]
    [InlineData("gemini")]
    [InlineData("opencode")]
    [InlineData("qwen")]
    public async Task Program_fromTheRegistry_tellsItsVersion(string name)
    {
        var tools = await AgentTools.InstallAsync();
        using var limit = new CancellationTokenSource(Patience);

        var answer = await Cli.Wrap(tools.Program(name)).WithArguments(["--version"]).ExecuteBufferedAsync(limit.Token);

        answer.StandardOutput.ShouldMatch(@"\d+\.\d+\.\d+");
    }
}
