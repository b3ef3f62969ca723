using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 35, 36, 38, 41 and 42: what is listed.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class ListCases(SharedInstallation shared)
{
    [Fact]
    public async Task Case035_List_showsTheSessionsOfOneProject()
    {
        var (one, other) = (await shared.NewProjectAsync(), await shared.NewProjectAsync());
        var (mine, theirs) = (await one.SpawnAsync(), await other.SpawnAsync());

        (await one.SessionsAsync()).ShouldHaveSingleItem().Id.ShouldBe(mine.Id);
        var all = (await shared.Athene.Api.ListAsync()).Select(session => session.Id).ToList();
        all.ShouldContain(mine.Id);
        all.ShouldContain(theirs.Id);
        (await shared.Athene.Api.GetAsync($"v1/sessions/{one.Id}-99")).Problem(HttpStatusCode.NotFound, "session-not-found").Title.ShouldContain($"{one.Id}-99");
    }

    [Fact]
    public async Task Case036_LostRuntime_isRecordedOnce()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        await shared.Athene.Api.SessionWhenAsync(session.Id, now => now.Status is SessionStatus.Working, "works");
        await shared.Athene.Machine.TmuxAsync("kill-session", "-t", session.Id);

        var first = (await project.SessionsAsync()).ShouldHaveSingleItem();
        var second = (await project.SessionsAsync()).ShouldHaveSingleItem();

        first.Status.ShouldBe(SessionStatus.Detecting);
        first.Lifecycle.Session.Reason.ShouldBe(SessionReason.RuntimeLost);
        first.Activity.ShouldBe(Activity.Exited);
        second.Lifecycle.Session.LastTransitionAt.ShouldBe(first.Lifecycle.Session.LastTransitionAt);
        (await shared.Athene.Api.EventsAsync(session.Id, kind: "runtime.lost_detected")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case038_LastActivity_onlyMovesForward()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        var before = (await shared.Athene.Api.SessionAsync(session.Id)).LastActivityAt;
        before.ShouldBeGreaterThanOrEqualTo(session.CreatedAt);

        await shared.Athene.Machine.TmuxAsync("kill-session", "-t", session.Id);
        var lost = await shared.Athene.Api.SessionWhenAsync(session.Id, now => now.Activity is Activity.Exited, "has exited");

        lost.LastActivityAt.ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task Case041_CorruptRecord_hidesNoOther()
    {
        var project = await shared.NewProjectAsync();
        var (broken, sound) = (await project.SpawnAsync(), await project.SpawnAsync());
        await new StateStore(shared.Athene).WriteAsync($"session-{broken.Id}", "\"{ torn\"");

        (await project.SessionsAsync()).ShouldHaveSingleItem().Id.ShouldBe(sound.Id);
        (await shared.Athene.Api.KilledAsync(broken.Id)).Cleaned.ShouldBeTrue();

        var kept = (await shared.Athene.Api.EventsAsync(kind: "metadata.corrupt_detected")).Single(happened => happened.SessionId == broken.Id);
        (await new StateStore(shared.Athene).ReadAsync(kept.Data!["keptAs"]!.GetValue<string>())).ShouldNotBeNull().ShouldContain("torn");
        (await shared.Athene.Machine.TerminalsAsync()).ShouldNotContain(broken.Id);
        (await project.Repository.WorktreesAsync()).ShouldBe([sound.WorkspacePath!]);
        (await project.SessionsAsync(all: true)).Single(session => session.Id == broken.Id).Status.ShouldBe(SessionStatus.Killed);
    }

    [Fact]
    public async Task Case042_ListAfterAKill_showsTheNewStatus()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        (await project.SessionsAsync(all: true)).ShouldHaveSingleItem().Lifecycle.IsTerminal.ShouldBeFalse();

        await shared.Athene.Api.KilledAsync(session.Id);

        (await project.SessionsAsync(all: true)).ShouldHaveSingleItem().Status.ShouldBe(SessionStatus.Killed);
        (await project.SessionsAsync()).ShouldBeEmpty();
    }
}
