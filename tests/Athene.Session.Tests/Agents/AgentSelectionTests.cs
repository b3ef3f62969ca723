using Athene.Session.Agents;

namespace Athene.Session.Tests.Agents;

public sealed class AgentSelectionTests
{
    private static readonly AgentChoices Open = new(
        IsOrchestrator: false, null, AgentSettings.None, AgentSettings.None, AgentSettings.None, AgentSettings.None, AgentSettings.None);

    [Fact]
    public void Case020_The_agent_is_taken_from_the_first_place_that_names_one()
    {
        var choices = Open with { Default = new("a"), Project = new("b"), ProjectRole = new("c"), Request = new("d") };

        AgentSelection.From(choices).Agent.ShouldBe("d");
        AgentSelection.From(choices with { Request = AgentSettings.None }).Agent.ShouldBe("c");
        AgentSelection.From(choices with { Persisted = "own", Default = new("e") }).Agent.ShouldBe("own");
        AgentSelection.From(Open).Agent.ShouldBe("claude-code");
    }

    [Fact]
    public void An_orchestrator_asks_nobody_whatever_the_configuration_says()
    {
        var selection = AgentSelection.From(Open with
        {
            IsOrchestrator = true, Request = new("d"), Project = new("b", Permissions: "suggest", Model: "m", OrchestratorModel: "om"),
        });

        selection.ShouldBe(new AgentSelection("d", "om", "permissionless", null));
    }

    [Theory]
    [InlineData(null, "permissionless")]
    [InlineData("suggest", "suggest")]
    [InlineData("skip", "permissionless")]
    [InlineData("yolo", null)]
    public void Permissions_are_the_configured_mode_and_an_unknown_word_grants_nothing(string? word, string? mode) =>
        AgentSelection.From(Open with { Project = new(Permissions: word) }).Permissions.ShouldBe(mode);
}
