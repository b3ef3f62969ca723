using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>A kill and a restore of one session never run at once: the later one waits, and what it finds is whole.</summary>
public sealed class OverlapTests(StruckInstallation struck) : IClassFixture<StruckInstallation>
{
    private Installation Athene => struck.Athene;

    [Fact]
    public async Task Kill_whileARestoreRuns_endsTheRestoredSession()
    {
        var session = await struck.Project.SpawnAsync();
        await Athene.Api.KilledAsync(session.Id);
        struck.Strike("pause:PrepareRelaunch:before");
        var restore = Athene.Api.TryRestoreAsync(session.Id);
        await struck.PausedAsync();

        var kill = Athene.Api.KilledAsync(session.Id);
        struck.GoOn();

        (await restore).As<SessionDocument>();
        (await kill).Cleaned.ShouldBeTrue();
        (await Athene.Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        (await Athene.Machine.TerminalsAsync()).ShouldNotContain(session.Id);
        Athene.Machine.WorktreeDirectories(StruckInstallation.ProjectId).ShouldNotContain(session.Id);
    }

    [Fact]
    public async Task Restore_whileAKillRuns_bringsTheEndedSessionBack()
    {
        var session = await struck.Project.SpawnAsync();
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        struck.Strike("pause:KeepWork:before");
        var kill = Athene.Api.KilledAsync(session.Id);
        await struck.PausedAsync();

        var restore = Athene.Api.TryRestoreAsync(session.Id);
        struck.GoOn();

        (await kill).Cleaned.ShouldBeTrue();
        (await restore).As<SessionDocument>().Status.ShouldBe(SessionStatus.Working);
        (await Athene.Machine.TerminalsAsync()).Count(name => name == session.Id).ShouldBe(1);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
    }
}
