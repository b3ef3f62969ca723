using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Session.Agents;
using Athene.Session.Hooks;
using Athene.Session.Machine.Hooks;
using Microsoft.Extensions.Configuration;

namespace Athene.Agents.Tests;

public sealed class ClaudeCodeHookTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Prompt_thatTheRealProgramTakes_liesInTheSpool()
    {
        using var agent = await RealAgent.InstallAsync("claude");
        var home = new AtheneHome(Path.Combine(agent.Home, "it's Athene"));
        await new Wrappers(home, new ConfigurationBuilder().Build()).StartAsync(CancellationToken.None);
        using var spool = new HookSpool(home);
        spool.Open("app-1");
        var settings = await WriteSettingsAsync(agent, home);
        using var limit = new CancellationTokenSource(Patience);

        // There is no model behind the address: what is looked at happens before one is asked.
        var run = agent.Command(
            ["--settings", settings, "--print", "say \"hello\"\nplease"],
            new Dictionary<string, string?>
            {
                ["ATHENE_SESSION_ID"] = "app-1", ["ANTHROPIC_BASE_URL"] = "http://127.0.0.1:9", ["ANTHROPIC_API_KEY"] = "none", ["CLAUDECODE"] = null,
            }).ExecuteBufferedAsync(limit.Token);
        while (!Prompts(spool).Any()) await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        var prompts = Prompts(spool).ToArray();
        await limit.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await run);

        prompts.ShouldBe(["say \"hello\"\nplease"]);
    }

    private static IEnumerable<string> Prompts(HookSpool spool) =>
        spool.Read("app-1").Select(entry => entry.Fact).OfType<HookFact>().Select(fact => HookMeaning.Of(fact).Prompt?.Text).OfType<string>();

    private static async Task<string> WriteSettingsAsync(RealAgent agent, AtheneHome home)
    {
        var profile = AgentProfiles.BuiltIn["claude-code"].Complete("claude-code")!;
        var addition = AgentAddition.For(profile, agent.Home, null, Path.Combine(home.WrappersDirectory, Wrappers.HookProgram));
        foreach (var file in addition.Files) await File.WriteAllTextAsync(file.Path, file.Content);
        return addition.HooksFile.ShouldNotBeNull();
    }
}
