using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Contracts.Errors;
using Athene.Session.Agents;

namespace Athene.Session.Tests.Agents;

public sealed class AgentCatalogTests : IDisposable
{
    private static readonly Dictionary<string, AgentProfileLayer> NothingConfigured = [];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Built_in_profiles_give_the_flags_of_todays_agents()
    {
        var catalog = Load();
        var values = new LaunchValues(
            "app-1", "/w", "b", "do it", "be good", "/s.md", "m", "permissionless", "11111111-1111-4111-8111-111111111111", HooksFile: "/h.json");

        AgentCommand.Launch(catalog.Get("claude-code"), values).ShouldBe(
        [
            "claude", "--session-id", "11111111-1111-4111-8111-111111111111", "--settings", "/h.json", "--dangerously-skip-permissions", "--model", "m",
            "--append-system-prompt-file", "/s.md", "--", "do it",
        ]);
        AgentCommand.Launch(catalog.Get("codex"), values).ShouldBe(
        [
            "codex", "-c", "check_for_update_on_startup=false", "--dangerously-bypass-approvals-and-sandbox", "--model", "m",
            "-c", "developer_instructions=be good", "--", "do it",
        ]);
        AgentCommand.Launch(catalog.Get("opencode"), values).ShouldBe(["opencode", "--auto", "--model", "m", "--prompt=do it"]);
        catalog.Get("claude-code").NativeSession.Id.ShouldBe(NativeSessionId.Chosen);
        catalog.Get("codex").NativeSession.Id.ShouldBe(NativeSessionId.Found);
    }

    [Fact]
    public void A_file_of_the_home_adds_an_agent()
    {
        Write("mine", "launch: [/opt/my-agent, '{prompt}']");

        var profile = Load().Get("mine");

        profile.Process.ShouldBe("my-agent");
        profile.DisplayName.ShouldBe("mine");
        profile.Prompt.ShouldBe(PromptDelivery.Argument);
    }

    [Fact]
    public void The_configuration_lies_over_the_home_and_the_home_over_the_built_in()
    {
        Write("codex", "displayName: From home\nenv: { A: home, B: home }");

        var profile = Load(new() { ["codex"] = new AgentProfileLayer { Env = new Dictionary<string, string> { ["B"] = "config" } } }).Get("codex");

        profile.DisplayName.ShouldBe("From home");
        profile.Env["A"].ShouldBe("home");
        profile.Env["B"].ShouldBe("config");
        profile.Env["CODEX_DISABLE_UPDATE_CHECK"].ShouldBe("1");
        profile.Launch[0].ShouldBe("codex");
    }

    [Theory]
    [InlineData("launch: [a]\nlaunc: [b]", ":2:1:", "launc", "launch")]
    [InlineData("launch: [a, '{promt}']", ":1:", "{promt}", "{prompt}")]
    [InlineData("launch: [a]\npermissions: { yolo: [x] }", ":2:", "yolo", "permissionless")]
    [InlineData("launch: [a]\nprompt: massage", ":2:", "massage", "message")]
    [InlineData("launch: [a]\nactivity: { waiting: ['('] }", ":2:", "regular expression", "(")]
    [InlineData("launch: a --flag", ":1:", "launch", "list")]
    public void A_wrong_profile_is_refused_at_its_place_with_what_was_meant(string yaml, string place, string wrong, string meant)
    {
        Write("mine", yaml);

        var error = Should.Throw<ConfigurationException>(() => Load());

        error.Message.ShouldContain($"mine.yaml{place}");
        error.Message.ShouldContain(wrong);
        error.Message.ShouldContain(meant);
    }

    [Fact]
    public void Case005_An_unknown_agent_is_refused_with_the_known_ones()
    {
        var error = Should.Throw<AtheneException>(() => Load().Get("nope"));

        error.Type.ShouldBe(ErrorTypes.AgentUnknown);
        error.Message.ShouldContain("'nope'");
        error.Hint.ShouldNotBeNull().ShouldContain("claude-code, codex, copilot");
    }

    [Fact]
    public void Case005_An_agent_that_is_not_installed_is_refused()
    {
        Write("mine", "launch: [my-agent]");
        Should.Throw<AtheneException>(() => Load().GetInstalled("mine", directory.Path)).Message.ShouldContain("'my-agent' is not in PATH");

        File.WriteAllText(directory.Combine("my-agent"), "#!/bin/sh\n");
        Should.Throw<AtheneException>(() => Load().GetInstalled("mine", directory.Path));

        File.SetUnixFileMode(directory.Combine("my-agent"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Load().GetInstalled("mine", directory.Path).Name.ShouldBe("mine");
    }

    private AgentCatalog Load(Dictionary<string, AgentProfileLayer>? configured = null) =>
        AgentCatalog.Load(directory.Path, configured ?? NothingConfigured, _ => null);

    private void Write(string name, string yaml) => File.WriteAllText(directory.Combine($"{name}.yaml"), yaml);
}
