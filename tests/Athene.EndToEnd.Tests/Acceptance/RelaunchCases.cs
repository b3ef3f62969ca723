using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 69 and 70 and the weak points W-S17, W-S18 and W-S22: how the agent of a restored session is started.</summary>
[Collection(RelaunchInstallationCollection.Name)]
public sealed class RelaunchCases(RelaunchInstallation relaunch)
{
    private Installation Athene => relaunch.Athene;

    private SessionApi Api => relaunch.Athene.Api;

    private StateStore Store => new(relaunch.Athene);

    [Fact]
    public async Task Case069_ConversationThatIsThere_isResumed()
    {
        var project = await relaunch.NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "Fix it.", agent: RelaunchInstallation.Talker);
        var conversation = await ConversationOfAsync(session.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(relaunch.ConversationFile(conversation))!);
        await File.WriteAllTextAsync(relaunch.ConversationFile(conversation), "{}");
        await Api.KilledAsync(session.Id);

        var restored = await Api.RestoredAsync(session.Id);

        restored.RestoreFallbackReason.ShouldBeNull();
        await Within.TrueAsync(() => relaunch.Agents.Lines($"resumed-{session.Id}").Count > 0, "the agent was resumed");
        relaunch.Agents.Lines($"resumed-{session.Id}").ShouldBe([conversation]);
        (await ConversationOfAsync(session.Id)).ShouldBe(conversation);
        (await Api.EventsAsync(session.Id, kind: "session.restore_fallback")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case069_ConversationThatWasNeverBegun_isReplacedByAFreshStart()
    {
        var project = await relaunch.NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "Fix it.", agent: RelaunchInstallation.Talker);
        var reserved = await ConversationOfAsync(session.Id);
        await relaunch.Agents.StartsWhenAsync(session.Id, 1);
        await Api.KilledAsync(session.Id);

        var restored = await Api.RestoredAsync(session.Id);

        restored.RestoreFallbackReason.ShouldNotBeNull().ShouldContain(reserved);
        (await Api.EventsAsync(session.Id, kind: "session.restore_fallback")).ShouldHaveSingleItem();
        await relaunch.Agents.StartsWhenAsync(session.Id, 2);
        relaunch.Agents.Lines($"resumed-{session.Id}").ShouldBeEmpty();
        (await ConversationOfAsync(session.Id)).ShouldNotBe(reserved);
    }

    [Fact]
    public async Task Case070_FreshStart_carriesTheTaskAndHowFarItHasGot()
    {
        var project = await relaunch.NewProjectAsync();
        project.Repository.Write("issues/5.md", "# Log in again\n\nWith the green button.");
        var session = await project.SpawnAsync(issue: "5", agent: AgentScripts.Echo);
        await Athene.Api.SentAsync(session.Id, "Mind the tests.");
        await CommitAsync(session, "Add the button");
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Api.KilledAsync(session.Id);

        await Api.RestoredAsync(session.Id);

        await relaunch.Agents.StartsWhenAsync(session.Id, 2);
        var prompt = await Within.GetAsync(
            async () => await File.ReadAllTextAsync(relaunch.Agents.NotePath($"prompt-{session.Id}")) is { } text && text.Contains("restored", StringComparison.Ordinal) ? text : null,
            "the agent noted its new prompt");
        foreach (var part in (string[])["With the green button.", "Add the button", "unsaved.txt", "Mind the tests."]) prompt.ShouldContain(part);
        (await File.ReadAllTextAsync(Path.Combine(PromptsOf(project, session), "system.md"))).ShouldContain(session.Id);
    }

    [Fact]
    public async Task Case070_SecondFreshStart_tellsTheTaskOnce()
    {
        var project = await relaunch.NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "Paint it green.", agent: AgentScripts.Echo);
        for (var start = 1; start <= 2; start++)
        {
            await relaunch.Agents.StartsWhenAsync(session.Id, start);
            await Athene.LoseTerminalAsync(session.Id);
            await Api.RestoredAsync(session.Id);
        }

        await relaunch.Agents.StartsWhenAsync(session.Id, 3);
        var prompt = await File.ReadAllTextAsync(Path.Combine(PromptsOf(project, session), "hand-over.md"));
        prompt.Split("Paint it green.").Length.ShouldBe(2);
        prompt.Split("## How far it has got").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Case070_AgentThatIsTypedTo_getsTheHandOverOnce()
    {
        var project = await relaunch.NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "do it", agent: AgentScripts.Listener);
        await Within.TrueAsync(() => relaunch.Agents.Lines($"typed-{session.Id}").Count == 1, "the task was typed");
        await Athene.LoseTerminalAsync(session.Id);

        await Api.RestoredAsync(session.Id);

        await Within.TrueAsync(() => relaunch.Agents.Lines($"typed-{session.Id}").Any(line => line.Contains("committed", StringComparison.Ordinal)), "the hand-over was typed");
        relaunch.Agents.Lines($"typed-{session.Id}").Count(line => line == "do it").ShouldBe(2);
        relaunch.Agents.Lines($"typed-{session.Id}").Count(line => line == "## How far it has got").ShouldBe(1);
    }

    [Fact]
    public async Task Restore_orchestrator_keepsItsRole()
    {
        var project = await relaunch.NewProjectAsync();
        var session = await project.SpawnAsync(agent: RelaunchInstallation.Caller);
        await Api.KilledAsync(session.Id);
        await Store.ChangeSessionAsync(session.Id, record => record["kind"] = "orchestrator");

        (await Api.RestoredAsync(session.Id)).Kind.ShouldBe(SessionKind.Orchestrator);

        await Within.TrueAsync(() => relaunch.Agents.Lines($"caller-{session.Id}").Count == 2, "the agent started again");
        relaunch.Agents.Lines($"caller-{session.Id}").ShouldBe(["agent", "orchestrator"]);
    }

    private static async Task CommitAsync(SessionDocument session, string subject)
    {
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "button.txt"), "green");
        await TestRepository.GitInAsync(session.WorkspacePath!, "add", "--all");
        await TestRepository.GitInAsync(session.WorkspacePath!, "commit", "--quiet", "--message", subject);
    }

    private string PromptsOf(TestProject project, SessionDocument session) =>
        Path.Combine(Athene.Home, "projects", project.Id, "prompts", session.Id);

    private async Task<string> ConversationOfAsync(string sessionId) =>
        JsonNode.Parse((await Store.ReadAsync($"session-{sessionId}"))!)!["nativeSessionId"]!.ToString();
}
