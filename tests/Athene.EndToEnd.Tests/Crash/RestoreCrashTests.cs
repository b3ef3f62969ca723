using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary><c>kill -9</c> of the session service and of the sidecar at each step of a restore: the session comes back once, with all its work.</summary>
public sealed class RestoreCrashTests(StruckInstallation struck) : IClassFixture<StruckInstallation>
{
    private Installation Athene => struck.Athene;

    [Theory]
    [InlineData("BeginRestore:before")]
    [InlineData("BeginRestore:after")]
    [InlineData("RestoreWorkspace:before")]
    [InlineData("RestoreWorkspace:after")]
    [InlineData("RunPostCreate:before")]
    [InlineData("RunPostCreate:after")]
    [InlineData("PrepareRelaunch:before")]
    [InlineData("PrepareRelaunch:after")]
    [InlineData("StopRuntime:before")]
    [InlineData("StopRuntime:after")]
    [InlineData("StartRuntime:before")]
    [InlineData("StartRuntime:after")]
    [InlineData("DeliverPrompt:before")]
    [InlineData("DeliverPrompt:after")]
    [InlineData("FinishRestore:before")]
    [InlineData("FinishRestore:after")]
    public async Task Restore_sessionServiceKilledAtStep_happensOnce(string place)
    {
        var session = await SpawnAndKillAsync();
        struck.Strike($"kill:{place}");

        await RestoreAsync(session.Id);

        struck.ShouldHaveStruck();
        await ShouldBeWholeAsync(session);
    }

    [Theory]
    [InlineData("BeginRestore:after")]
    [InlineData("RestoreWorkspace:before")]
    [InlineData("RestoreWorkspace:after")]
    [InlineData("RunPostCreate:after")]
    [InlineData("PrepareRelaunch:after")]
    [InlineData("StopRuntime:after")]
    [InlineData("StartRuntime:before")]
    [InlineData("StartRuntime:after")]
    [InlineData("DeliverPrompt:after")]
    [InlineData("FinishRestore:before")]
    [InlineData("FinishRestore:after")]
    public async Task Restore_sidecarKilledAtStep_happensOnce(string place)
    {
        var session = await SpawnAndKillAsync();
        struck.Strike($"pause:{place}");

        var restore = RestoreAsync(session.Id);
        await struck.KillSidecarAtPauseAsync();
        await restore;

        await ShouldBeWholeAsync(session);
    }

    private async Task<SessionDocument> SpawnAndKillAsync()
    {
        var session = await struck.Project.SpawnAsync(prompt: "the task", agent: AgentScripts.Listener);
        await Athene.Agents.StartsWhenAsync(session.Id, 1);
        await TestRepository.GitInAsync(session.WorkspacePath!, "commit", "--quiet", "--allow-empty", "--message", "Own work");
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Athene.Api.KilledAsync(session.Id);
        return session;
    }

    // The request may die with the service; asking again is what a person does, and must be harmless.
    private Task RestoreAsync(string sessionId) => Within.TrueAsync(
        async () =>
        {
            try
            {
                return (await Athene.Api.TryRestoreAsync(sessionId)).Status is HttpStatusCode.OK or HttpStatusCode.Conflict;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the restore was answered");

    private async Task ShouldBeWholeAsync(SessionDocument before)
    {
        var id = before.Id;
        (await Athene.Api.EndOfAsync($"restore-{id}-1")).State.ShouldBe(OperationState.Succeeded);
        var session = await Athene.Api.SessionAsync(id);
        session.Status.ShouldBe(SessionStatus.Working);
        session.Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);
        (await Athene.Machine.TerminalsAsync()).Count(name => name == id).ShouldBe(1);
        (await struck.Project.Repository.WorktreesAsync()).Count(path => path == before.WorkspacePath).ShouldBe(1);
        (await struck.Project.Repository.BranchesAsync()).Count(branch => branch.StartsWith($"session/{id}", StringComparison.Ordinal)).ShouldBe(1);
        (await struck.Project.Repository.RescueRefsAsync()).Count(rescue => rescue.StartsWith($"refs/athene/rescue/{id}/", StringComparison.Ordinal)).ShouldBe(1);
        (await TestRepository.GitInAsync(before.WorkspacePath!, "log", "--format=%s", "main..HEAD")).ShouldBe("Own work");
        (await TestRepository.GitInAsync(before.WorkspacePath!, "status", "--porcelain")).ShouldBe("?? unsaved.txt");
        File.Exists(Path.Combine(before.WorkspacePath!, ".hooked")).ShouldBeTrue();
        await Within.TrueAsync(() => HandOvers(id) > 0, "the new agent was told its task");
        HandOvers(id).ShouldBe(1);
        (await Athene.Agents.StartsWhenAsync(id, 2)).ShouldBe(2);
        (await Athene.Api.EventsAsync(id, kind: "session.restored")).ShouldHaveSingleItem();
    }

    private int HandOvers(string sessionId) => Athene.Agents.Lines($"typed-{sessionId}").Count(line => line == "## How far it has got");
}
