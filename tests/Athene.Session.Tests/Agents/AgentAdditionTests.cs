using System.Text.Json.Nodes;
using Athene.Configuration.Agents;
using Athene.Session.Agents;
using Athene.Session.Hooks;

namespace Athene.Session.Tests.Agents;

public sealed class AgentAdditionTests
{
    private static readonly AgentCatalog Catalog = AgentCatalog.Load("/nowhere", new Dictionary<string, AgentProfileLayer>(), _ => null);

    [Fact]
    public void OpenCode_getsItsInstructionsByAConfigurationOfOurs()
    {
        var addition = Of("opencode", "/p/system \"x\".md");

        addition.Environment["OPENCODE_CONFIG"].ShouldBe("/p/opencode.json");
        addition.Files.ShouldHaveSingleItem().Content.ShouldBe("{\"instructions\":[\"/p/system \\u0022x\\u0022.md\"]}");
    }

    [Fact]
    public void ClaudeCode_getsAHookForEachEventInSeconds()
    {
        var addition = Of("claude-code", "/p/system.md");

        addition.HooksFile.ShouldBe("/p/claude-code.json");
        addition.Environment.ShouldBeEmpty();
        var hooks = JsonNode.Parse(addition.Files.ShouldHaveSingleItem().Content)!["hooks"]!.AsObject();
        hooks.Select(hook => hook.Key).ShouldBe(ClaudeCodeEvents.All, ignoreOrder: true);
        foreach (var (name, entry) in hooks)
        {
            var hook = entry![0]!["hooks"]![0]!;
            hook["type"]!.GetValue<string>().ShouldBe("command");
            hook["command"]!.GetValue<string>().ShouldStartWith($"'/it'\\''s/bin/athene-hook' claude-code {name} ");
            hook["timeout"]!.GetValue<int>().ShouldBeLessThanOrEqualTo(10, "the unit is seconds");
        }
    }

    [Fact]
    public void OtherAgents_needNothing() => Of("codex", "/p/system.md").ShouldBe(AgentAddition.None);

    private static AgentAddition Of(string agent, string systemPromptFile) =>
        AgentAddition.For(Catalog.Get(agent), "/p", systemPromptFile, "/it's/bin/athene-hook");
}
