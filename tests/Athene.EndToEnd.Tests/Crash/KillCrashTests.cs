using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>A process killed at each step of ending a session: the session ends, and its unsaved work is kept exactly once.</summary>
public sealed class KillCrashTests
{
    private const string Session = $"{CrashedProject.Id}-1";

    [Theory]
    [InlineData("BeginKill:after")]
    [InlineData("StopRuntime:before")]
    [InlineData("StopRuntime:after")]
    [InlineData("KeepWork:before")]
    [InlineData("KeepWork:after")]
    [InlineData("RemoveWorkspace:before")]
    [InlineData("RemoveWorkspace:after")]
    [InlineData("RemovePrompts:after")]
    [InlineData("FinishKill:before")]
    [InlineData("FinishKill:after")]
    public async Task Kill_sessionServiceKilledAtStep_endsItAndKeepsTheWork(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}");
        await SpawnDirtyAsync(project);

        await KillAsync(project);

        project.FaultShouldHaveStruck("-killed");
        await ShouldBeEndedWithWorkKeptAsync(project);
    }

    [Theory]
    [InlineData("StopRuntime:after")]
    [InlineData("KeepWork:after")]
    [InlineData("RemoveWorkspace:after")]
    [InlineData("FinishKill:after")]
    public async Task Kill_sidecarKilledAtStep_endsItAndKeepsTheWork(string place)
    {
        await using var project = await CrashedProject.StartAsync($"pause:{place}");
        await SpawnDirtyAsync(project);

        var kill = KillAsync(project);
        await project.KillSidecarAtPauseAsync();
        await kill;

        await ShouldBeEndedWithWorkKeptAsync(project);
    }

    private static async Task SpawnDirtyAsync(CrashedProject project)
    {
        (await project.SpawnAsync()).State.ShouldBe(OperationState.Succeeded);
        var session = await project.Athene.Api.SessionAsync(Session);
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
    }

    // The request may die with the service; asking again is what a person does, and must be harmless.
    private static Task KillAsync(CrashedProject project) => Within.TrueAsync(
        async () =>
        {
            try
            {
                var answer = await project.Athene.Api.PostAsync($"v1/sessions/{Session}/kill", new KillRequest());
                return answer.Status is System.Net.HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the kill was answered");

    private static async Task ShouldBeEndedWithWorkKeptAsync(CrashedProject project)
    {
        var session = await project.Athene.Api.SessionWhenAsync(Session, found => found.Status is SessionStatus.Killed, "was killed");
        (await project.Athene.Machine.TerminalsAsync()).ShouldBeEmpty();
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
        project.Athene.Machine.WorktreeDirectories(CrashedProject.Id).ShouldBeEmpty();
        project.Athene.Machine.Prompts(CrashedProject.Id).ShouldBeEmpty();
        var rescue = (await project.Repository.RescueRefsAsync()).ShouldHaveSingleItem();
        session.RescueRef.ShouldBe(rescue);
        (await project.Repository.GitAsync("show", $"{rescue}:unsaved.txt")).ShouldBe("precious");
        (await project.Athene.Api.EventsAsync(Session, kind: "session.killed")).ShouldHaveSingleItem();
    }
}
