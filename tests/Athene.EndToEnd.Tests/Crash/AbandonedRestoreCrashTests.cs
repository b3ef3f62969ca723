using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>A restore that fails, with the session service killed while it is being undone: the session is as it was before, and nothing is lost.</summary>
public sealed class AbandonedRestoreCrashTests(StruckInstallation struck) : IClassFixture<StruckInstallation>, IDisposable
{
    private Installation Athene => struck.Athene;

    public void Dispose() => struck.FailPostCreate(false);

    [Theory]
    [InlineData("DropRestoredWorkspace:before")]
    [InlineData("DropRestoredWorkspace:after")]
    [InlineData("AbandonRestore:before")]
    [InlineData("AbandonRestore:after")]
    public async Task Restore_thatFails_sessionServiceKilledAtStep_isUndone(string place)
    {
        var session = await struck.Project.SpawnAsync(issue: place);
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Athene.Api.KilledAsync(session.Id);
        struck.FailPostCreate(true);
        struck.Strike($"kill:{place}");

        var begun = (await Athene.Api.PostAsync($"v1/sessions/{session.Id}/restore", null, ("Prefer", "respond-async"))).As<OperationDocument>(HttpStatusCode.Accepted);
        var ended = await Athene.Api.EndOfAsync(begun.Id);

        struck.ShouldHaveStruck();
        ended.State.ShouldBe(OperationState.Failed);
        (await Athene.Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        Athene.Machine.WorktreeDirectories(StruckInstallation.ProjectId).ShouldNotContain(session.Id);
        (await Athene.Machine.TerminalsAsync()).ShouldNotContain(session.Id);
        (await Athene.Api.EventsAsync(session.Id, kind: "session.restore_failed")).ShouldHaveSingleItem();
        struck.FailPostCreate(false);
        (await struck.Project.TrySpawnAsync(issue: place)).Status.ShouldBe(HttpStatusCode.Created);
        await ShouldStillHaveItsWorkAsync(session);
    }

    // Its issue is another's now; the work that it left is not.
    private async Task ShouldStillHaveItsWorkAsync(SessionDocument session)
    {
        var rescue = (await Athene.Api.SessionAsync(session.Id)).RescueRef.ShouldNotBeNull();
        (await struck.Project.Repository.GitAsync("show", $"{rescue}:unsaved.txt")).ShouldBe("precious");
    }
}
