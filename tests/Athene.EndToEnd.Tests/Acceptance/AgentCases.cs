using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 15, 18 and 21: what the agent is told, and what people see.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class AgentCases(SharedInstallation shared)
{
    private AgentScripts Agents => shared.Athene.Agents;

    [Fact]
    public async Task Case015_AgentThatIsTypedTo_getsItsPromptOnce()
    {
        var project = await shared.NewProjectAsync();

        var session = await project.SpawnAsync(prompt: "do it", agent: AgentScripts.Listener);

        var note = $"typed-{session.Id}";
        await Within.TrueAsync(() => Agents.Lines(note).Count > 0, "the agent read its prompt");
        await shared.Athene.Api.SentAsync(session.Id, "afterwards");
        await Within.TrueAsync(() => Agents.Lines(note).Contains("afterwards"), "the agent read the message");
        Agents.Lines(note).ShouldBe(["do it", "afterwards"]);
        Agents.Starts(session.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Case018_DisplayName_isTheTitleOrTheFirstLineOfThePrompt()
    {
        var project = await shared.NewProjectAsync();
        project.Repository.Write("issues/5.md", "# Log in again\n\nPlease.");
        var letters = string.Concat(Enumerable.Repeat('a', 78));

        (await project.SpawnAsync(issue: "5", prompt: "something else")).DisplayName.ShouldBe("Log in again");
        (await project.SpawnAsync(prompt: "### Add limits\n\nmore")).DisplayName.ShouldBe("Add limits");
        var cut = (await project.SpawnAsync(prompt: letters + "🦉" + string.Concat(Enumerable.Repeat('b', 21)))).DisplayName!;
        cut.EnumerateRunes().Count().ShouldBe(80);
        cut.ShouldBe(letters + "🦉…");
    }

    [Fact]
    public async Task Case021_BackChannel_isMentionedWhenThereIsAnOrchestrator()
    {
        var project = await shared.NewProjectAsync();
        var orchestrator = $"{project.Id}-orchestrator";

        var without = await project.SpawnAsync();
        SystemPromptOf(project, without).ShouldNotContain(orchestrator);

        await shared.Athene.Api.EnsuredAsync(project.Id, AgentScripts.Echo);
        SystemPromptOf(project, await project.SpawnAsync()).ShouldContain($"athene send {orchestrator}");
        await shared.Athene.Api.KilledAsync(orchestrator);
        SystemPromptOf(project, await project.SpawnAsync()).ShouldContain($"athene send {orchestrator}");
    }

    private string SystemPromptOf(TestProject project, SessionDocument session) =>
        File.ReadAllText(Path.Combine(shared.Athene.Home, "projects", project.Id, "prompts", session.Id, "system.md"));
}
