using System.Text.RegularExpressions;
using Athene.Configuration.Agents;

namespace Athene.Agents.Tests;

/// <summary>What the built-in profiles give to their agents, against what the real programs say they take.</summary>
public sealed class ProfileOptionTests
{
    /// <summary>Options that are taken but stand in no help text, each with a command that gets no further than reading them.</summary>
    private static readonly Dictionary<string, string[]> Hidden = new() { ["--dangerously-allow-all"] = ["threads", "list"] };

    [Theory]
    [InlineData("amp", "threads", "continue")]
    [InlineData("claude-code")]
    [InlineData("codex", "resume")]
    [InlineData("copilot")]
    [InlineData("gemini")]
    [InlineData("opencode")]
    [InlineData("qwen")]
    public async Task Options_ofLaunchResumeAndPermissions_areInTheAgentsHelp(string name, params string[] resumeCommand)
    {
        var profile = AgentProfiles.BuiltIn[name].Complete(name).ShouldNotBeNull();
        using var agent = await RealAgent.InstallAsync(profile.Launch[0]);
        var help = await agent.RunAsync("--help");
        var resumeHelp = resumeCommand.Length == 0 ? help : await agent.RunAsync([.. resumeCommand, "--help"]);
        var permissions = profile.Permissions.Values.SelectMany(CommandOption.Of).ToArray();

        foreach (var option in CommandOption.Of(profile.Launch).Concat(permissions)) await RequireAsync(agent, option, help);
        foreach (var option in CommandOption.Of(profile.Resume).Concat(permissions)) await RequireAsync(agent, option, resumeHelp);
        foreach (var word in resumeCommand) resumeHelp.ShouldContain(word);
    }

    [Fact]
    public void Options_ofAVector_areThoseWithDashes() =>
        CommandOption.Of(["a", "-c", "key=1", "--mode", "fast", "--model", "{model}", "--text={prompt}", "--allow=x", "--last", "--", "{prompt}"]).ShouldBe(
        [
            new("-c", null), new("--mode", "fast"), new("--model", null), new("--text", null), new("--allow", "x"), new("--last", null),
        ]);

    /// <summary>Codex refuses the first key of its configuration that it does not know, before anything else happens.</summary>
    [Fact]
    public async Task Codex_keysOfItsConfiguration_areThoseThatItKnows()
    {
        using var agent = await RealAgent.InstallAsync("codex");
        var keys = AgentProfiles.BuiltIn["codex"].Launch!.Index()
            .Where(element => element.Index > 0 && AgentProfiles.BuiltIn["codex"].Launch![element.Index - 1] == "-c").Select(element => element.Item).ToArray();

        var answer = await agent.RunAsync(["exec", "--strict-config", .. keys.SelectMany(key => (string[])["-c", key]), "-c", "no_such_key=1", "hello"]);

        keys.Length.ShouldBe(2);
        answer.ShouldContain("unknown configuration field `no_such_key`");
    }

    private static async Task RequireAsync(RealAgent agent, CommandOption option, string help)
    {
        if (Hidden.TryGetValue(option.Name, out var command))
        {
            (await agent.RunAsync([option.Name, .. command])).ShouldNotContain("unknown option");
            (await agent.RunAsync(["--no-such-option", .. command])).ShouldContain("unknown option");
            return;
        }

        // "--prompt[-file]" stands for two options.
        var names = Regex.Replace(help, @"(--[a-z-]+)\[(-[a-z]+)\]", "$1 $1$2");
        Regex.IsMatch(names, $@"(?<![\w-]){Regex.Escape(option.Name)}(?![\w-])").ShouldBeTrue($"{option.Name} is not in the help:\n{help}");
        if (option.Value is { } value) help.ShouldContain(value);
    }
}
