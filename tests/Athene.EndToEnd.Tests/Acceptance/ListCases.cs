using System.Net;
using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 35, 36, 38 and 40 to 42: what is listed.</summary>
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
    public async Task Case040_TwoOwnersOfAPullRequest_leaveItToTheOneThatChangedLast()
    {
        const string url = "https://github.com/acme/app/pull/40";
        var project = await shared.NewProjectAsync();
        var (later, earlier) = (await project.SpawnAsync(), await project.SpawnAsync());
        foreach (var (session, at) in ((SessionDocument, string)[])[(later, "2040-01-01T00:00:00Z"), (earlier, "2039-01-01T00:00:00Z")])
        {
            await RecordEdit.ChangeAsync(shared.Athene, session.Id, record =>
            {
                record["prs"] = JsonNode.Parse($$"""[{ "url": "{{url}}", "number": 40, "state": "open" }]""");
                record["lifecycle"]!["pr"] = JsonNode.Parse($$"""{ "state": "open", "reason": "review_pending", "number": 40, "url": "{{url}}" }""");
                record["lifecycle"]!["session"] = JsonNode.Parse($$"""{ "state": "idle", "reason": "awaiting_external_review", "lastTransitionAt": "{{at}}" }""");
            });
        }

        var first = await project.SessionsAsync();
        var second = await project.SessionsAsync();

        first.Single(session => session.Prs.Count > 0).Id.ShouldBe(later.Id);
        var loser = first.Single(session => session.Id == earlier.Id);
        (loser.Status, loser.PrAutoDetect).ShouldBe((SessionStatus.Working, false));
        second.Select(session => session.Prs.Count).ShouldBe(first.Select(session => session.Prs.Count));
        (await project.EventsAsync("session.pr_owner_repaired")).ShouldHaveSingleItem().SessionId.ShouldBe(earlier.Id);
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
