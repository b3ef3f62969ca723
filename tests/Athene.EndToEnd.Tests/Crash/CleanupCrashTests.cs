using System.Net;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>The session service killed in the middle of a cleanup: the kill that it had begun goes on, and cleaning up again is harmless.</summary>
public sealed class CleanupCrashTests
{
    private const string Session = $"{CrashedProject.Id}-1";

    [Theory]
    [InlineData("BeginKill:after")]
    [InlineData("KeepWork:after")]
    [InlineData("RemoveWorkspace:after")]
    [InlineData("FinishKill:after")]
    public async Task Cleanup_sessionServiceKilledAtStep_endsTheSessionOnceAndKeepsItsWork(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}");
        (await project.SpawnAsync()).State.ShouldBe(OperationState.Succeeded);
        var session = await project.Athene.Api.SessionAsync(Session);
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await project.Athene.Machine.TmuxAsync("kill-session", "-t", Session);

        await Within.TrueAsync(() => IsCleanAsync(project), "everything was cleaned up");

        project.FaultShouldHaveStruck("-killed");
        var ended = await project.Athene.Api.SessionAsync(Session);
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
        var rescue = (await project.Repository.RescueRefsAsync()).ShouldHaveSingleItem();
        ended.RescueRef.ShouldBe(rescue);
        (await project.Repository.GitAsync("show", $"{rescue}:unsaved.txt")).ShouldBe("precious");
        (await project.Athene.Api.EventsAsync(Session, kind: "session.killed")).ShouldHaveSingleItem();
    }

    private static async Task<bool> IsCleanAsync(CrashedProject project)
    {
        try
        {
            var result = (await project.Athene.Api.PostAsync("v1/cleanup", new CleanupRequest())).As<CleanupResult>(HttpStatusCode.OK);
            return result.Killed.Count + result.Skipped.Count == 0;
        }
        catch (HttpRequestException)
        {
            // It died with the service; asking again is what a person does.
            return false;
        }
    }
}
