using Athene.Configuration.Agents;
using Athene.Contracts.Errors;
using Athene.Session.Agents;

namespace Athene.Session.Tests.Agents;

public sealed class AgentCommandTests
{
    private static readonly LaunchValues Nothing = new("app-1", "/w", "session/app-1");

    private static readonly AgentProfile Example = new()
    {
        Name = "my-agent",
        DisplayName = "My Agent",
        Process = "my-agent",
        Launch = ["my-agent", "--model", "{model}", "--system-file", "{systemPromptFile}", "{permissions}", "{prompt}"],
        Resume = ["my-agent", "--resume", "{nativeSessionId}", "{permissions}"],
        Permissions = new Dictionary<string, IReadOnlyList<string>> { ["permissionless"] = ["--yolo"], ["auto-edit"] = ["--edit", "all"], ["default"] = [] },
    };

    [Fact]
    public void Launch_with_everything_fills_each_place()
    {
        var values = Nothing with { Model = "m", SystemPromptFile = "/s", Permissions = "auto-edit", Prompt = "do it" };

        AgentCommand.Launch(Example, values).ShouldBe(["my-agent", "--model", "m", "--system-file", "/s", "--edit", "all", "do it"]);
    }

    [Fact]
    public void Launch_with_nothing_drops_empty_elements_and_their_options() =>
        AgentCommand.Launch(Example, Nothing).ShouldBe(["my-agent"]);

    [Fact]
    public void Launch_drops_an_option_only_when_it_stands_right_before()
    {
        var profile = Example with { Launch = ["a", "--keep", "value", "{prompt}", "--gone", "{model}", "--", "{issue}", "{branch}"] };

        AgentCommand.Launch(profile, Nothing).ShouldBe(["a", "--keep", "value", "session/app-1"]);
    }

    [Fact]
    public void Launch_keeps_an_option_whose_value_was_filled_by_a_placeholder()
    {
        var profile = Example with { Launch = ["a", "--model", "{model}", "{prompt}"] };

        AgentCommand.Launch(profile, Nothing with { Model = "-m" }).ShouldBe(["a", "--model", "-m"]);
    }

    [Fact]
    public void Launch_fills_placeholders_inside_an_element()
    {
        var profile = Example with { Launch = ["a", "-c", "file={systemPromptFile}", "{workspace}:{branch}", "{sessionId}{issue}"] };

        AgentCommand.Launch(profile, Nothing).ShouldBe(["a", "/w:session/app-1", "app-1"]);
    }

    [Fact]
    public void Launch_never_reads_placeholders_in_a_value() =>
        AgentCommand.Launch(Example, Nothing with { Prompt = "{model} {permissions} $(x)\n'\"", Model = "{prompt}" })
            .ShouldBe(["my-agent", "--model", "{prompt}", "{model} {permissions} $(x)\n'\""]);

    [Fact]
    public void Launch_of_an_agent_that_is_told_by_message_leaves_the_prompt_out() =>
        AgentCommand.Launch(Example with { Prompt = PromptDelivery.Message }, Nothing with { Prompt = "x" }).ShouldBe(["my-agent"]);

    [Fact]
    public void Launch_with_a_mode_that_the_profile_does_not_know_is_refused() =>
        Should.Throw<AtheneException>(() => AgentCommand.Launch(Example, Nothing with { Permissions = "suggest" })).Message.ShouldContain("'suggest'");

    [Fact]
    public void Launch_of_an_agent_without_modes_takes_any() =>
        AgentCommand.Launch(
            Example with { Permissions = new Dictionary<string, IReadOnlyList<string>>() }, Nothing with { Permissions = "suggest" }).ShouldBe(["my-agent"]);

    [Fact]
    public void Resume_names_the_agents_own_session() =>
        AgentCommand.Resume(Example, Nothing with { NativeSessionId = "n-1", Permissions = "permissionless" })
            .ShouldBe(["my-agent", "--resume", "n-1", "--yolo"]);

    [Fact]
    public void Resume_without_a_known_session_is_none()
    {
        AgentCommand.Resume(Example, Nothing).ShouldBeNull();
        AgentCommand.Resume(Example with { Resume = [] }, Nothing with { NativeSessionId = "n-1" }).ShouldBeNull();
    }

    [Fact]
    public void Launch_keeps_an_option_before_one_that_is_dropped_with_its_value_in_it()
    {
        var profile = Example with { Launch = ["a", "--interactive", "--text={prompt}", "--session={sessionId}", "{model}"] };

        AgentCommand.Launch(profile, Nothing).ShouldBe(["a", "--interactive", "--session=app-1"]);
    }

    [Fact]
    public void Message_is_made_of_the_same_placeholders()
    {
        var values = Nothing with { SystemPrompt = "be {good}", Prompt = "do {prompt}" };

        AgentCommand.Message(Example, values).ShouldBe("do {prompt}");
        AgentCommand.Message(Example with { Message = "{systemPrompt}\n\n{prompt}" }, values).ShouldBe("be {good}\n\ndo {prompt}");
    }

    [Fact]
    public void RequireMode_refuses_what_the_agent_has_not()
    {
        Should.Throw<AtheneException>(() => AgentCommand.RequireMode(Example, "suggest")).Hint.ShouldNotBeNull().ShouldContain("auto-edit");
        AgentCommand.RequireMode(Example, "auto-edit");
        AgentCommand.RequireMode(Example, "default");
        AgentCommand.RequireMode(Example, null);
    }
}
