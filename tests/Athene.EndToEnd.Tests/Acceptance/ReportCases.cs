using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 72 and 81: the first look at a session, and what agents say about themselves.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class ReportCases(SharedInstallation shared)
{
    private SessionApi Api => shared.Athene.Api;

    [Fact]
    public async Task Case072_AgentThatSaysNothingYet_works()
    {
        var project = await shared.NewProjectAsync();

        var session = await project.SpawnAsync();

        session.Status.ShouldBe(SessionStatus.Spawning);
        var seen = await Api.SessionWhenAsync(session.Id, now => now.Status is not SessionStatus.Spawning, "was looked at");
        seen.Status.ShouldBe(SessionStatus.Working);
    }

    [Fact]
    public async Task Case081_Acknowledge_makesItWork()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();

        (await ReportAsync(session.Id, "acknowledge")).As<ReportResult>().Accepted.ShouldBeTrue();

        (await Api.SessionAsync(session.Id)).Lifecycle.Session.State.ShouldBe(SessionState.Working);
        (await Api.EventsAsync(session.Id, kind: "session.reported")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case081_ReportOfASessionWithoutATerminal_isRejectedAndTold()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        (await shared.Athene.Machine.TmuxAsync("kill-session", "-t", $"={session.Id}")).ExitCode.ShouldBe(0);
        await Api.SessionWhenAsync(session.Id, now => now.Lifecycle.Runtime.State is RuntimeState.Missing, "was seen without its terminal");

        (await ReportAsync(session.Id, "working")).Problem(HttpStatusCode.Conflict, "report-rejected");

        var told = (await Api.EventsAsync(session.Id, kind: "api.agent_report.transition_rejected")).ShouldHaveSingleItem();
        told.Data!["reason"]!.GetValue<string>().ShouldContain("not running");
    }

    private Task<Answer> ReportAsync(string sessionId, string state) =>
        Api.PostAsync($"v1/sessions/{sessionId}/reports", new ReportRequest(state));
}
