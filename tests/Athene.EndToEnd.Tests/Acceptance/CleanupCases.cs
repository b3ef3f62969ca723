using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 49 to 51: what a cleanup ends, and what it leaves alone.</summary>
[Collection(HostedInstallationCollection.Name)]
public sealed class CleanupCases(HostedInstallation hosted)
{
    private SessionApi Api => hosted.Athene.Api;

    [Fact]
    public async Task Case049_SessionWhosePullRequestsAreAllClosed_isEnded()
    {
        var project = await hosted.NewProjectAsync();
        var session = await project.WorkingSessionAsync();
        foreach (var number in (int[])[149, 249])
        {
            await project.OpenPullRequestAsync(number, $"feat/{number}");
            await project.ClaimedAsync(session.Id, number);
        }

        hosted.GitHub.AddPullRequest(149, "feat/149", "abc", "closed");
        (await CleanAsync(project)).ShouldSatisfyAllConditions(one => one.Killed.ShouldBeEmpty(), one => one.Skipped.ShouldBe([session.Id]));

        hosted.GitHub.AddPullRequest(249, "feat/249", "abc", "closed");
        (await CleanAsync(project)).Killed.ShouldBe([session.Id]);

        var ended = await Api.SessionAsync(session.Id);
        (ended.Status, ended.Lifecycle.Session.Reason).ShouldBe((SessionStatus.Cleanup, SessionReason.AutoCleanup));
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case049_SessionWhosePullRequestIsMerged_isLeftToTheLifecycle()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(349, "feat/349");
        var session = await project.WorkingSessionAsync();
        await project.ClaimedAsync(session.Id, 349);
        hosted.GitHub.AddPullRequest(349, "feat/349", "abc", "merged");

        (await CleanAsync(project)).Skipped.ShouldBe([session.Id]);
    }

    [Fact]
    public async Task Case049_SessionWhoseIssueIsCompleted_isEnded()
    {
        var project = await hosted.NewProjectAsync();
        project.Repository.Write("issues/7.md", "# Seven");
        var session = await project.Project.SpawnAsync(issue: "7");
        (await CleanAsync(project)).Skipped.ShouldBe([session.Id]);

        project.Repository.Write("issues/7.md", "---\nstate: closed\n---\n# Seven");

        (await CleanAsync(project)).Killed.ShouldBe([session.Id]);
    }

    [Fact]
    public async Task Case049_HostThatDoesNotAnswer_countsAsNo()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(449, "feat/449");
        var session = await project.WorkingSessionAsync();
        await project.ClaimedAsync(session.Id, 449);
        hosted.GitHub.Answer("GET /repos/acme/app/pulls/449", 500, new { message = "out of order" });

        var result = await CleanAsync(project);

        result.Skipped.ShouldBe([session.Id]);
        result.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Case050_DeadRuntimes_endWorkersAndNeverTheOrchestrator()
    {
        var project = await hosted.NewProjectAsync();
        var (worker, healthy) = (await project.WorkingSessionAsync(), await project.WorkingSessionAsync());
        var orchestrator = await Api.EnsuredAsync(project.Id, AgentScripts.Echo);
        await File.WriteAllTextAsync(Path.Combine(worker.WorkspacePath!, "unsaved.txt"), "precious");
        foreach (var dead in (SessionDocument[])[worker, orchestrator]) await hosted.Athene.Machine.TmuxAsync("kill-session", "-t", dead.Id);

        var dry = await CleanAsync(project, dryRun: true);

        dry.Killed.ShouldBe([worker.Id]);
        dry.Skipped.ShouldBe([healthy.Id, orchestrator.Id]);
        (await project.Repository.WorktreesAsync()).Count.ShouldBe(3);
        (await Api.EventsAsync(worker.Id, kind: "session.kill_started")).ShouldBeEmpty();

        var result = await CleanAsync(project);

        result.Killed.ShouldBe(dry.Killed);
        result.Skipped.ShouldBe(dry.Skipped);
        (await project.Repository.WorktreesAsync()).ShouldBe([orchestrator.WorkspacePath!, healthy.WorkspacePath!], ignoreOrder: true);
        var rescue = (await Api.SessionAsync(worker.Id)).RescueRef.ShouldNotBeNull();
        (await project.Repository.GitAsync("show", $"{rescue}:unsaved.txt")).ShouldBe("precious");
    }

    [Fact]
    public async Task Case051_SecondCleanup_reportsNothingTwice()
    {
        var project = await hosted.NewProjectAsync();
        var session = await project.WorkingSessionAsync();
        await hosted.Athene.Machine.TmuxAsync("kill-session", "-t", session.Id);
        (await CleanAsync(project)).Killed.ShouldBe([session.Id]);

        var again = await CleanAsync(project);

        again.Killed.ShouldBeEmpty();
        again.Skipped.ShouldBeEmpty();
        (await Api.EventsAsync(session.Id, kind: "session.killed")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Cleanup_sessionThatCannotBeEnded_stopsNoOther()
    {
        var project = await hosted.NewProjectAsync();
        var (stubborn, other) = (await project.WorkingSessionAsync(), await project.WorkingSessionAsync());
        await (await TestRepository.CreateEmptyAsync(Path.Combine(stubborn.WorkspacePath!, "nested"))).CommitFileAsync("work.txt", "only here");
        foreach (var dead in (SessionDocument[])[stubborn, other]) await hosted.Athene.Machine.TmuxAsync("kill-session", "-t", dead.Id);

        var outcome = await hosted.Athene.AtheneAsync("cleanup", "--project", project.Id, "--purge", "--json");

        outcome.ExitCode.ShouldBe(1, outcome.ToString());
        var result = outcome.Json<CleanupResult>();
        result.Killed.ShouldBe([other.Id]);
        result.Errors.ShouldHaveSingleItem().SessionId.ShouldBe(stubborn.Id);
        File.Exists(Path.Combine(stubborn.WorkspacePath!, "nested", "work.txt")).ShouldBeTrue();
        (await project.Project.SessionsAsync(all: true)).ShouldHaveSingleItem().Id.ShouldBe(stubborn.Id);
        (await project.Project.EventsAsync("session.cleanup_error")).ShouldHaveSingleItem().SessionId.ShouldBe(stubborn.Id);
    }

    private async Task<CleanupResult> CleanAsync(HostedProject project, bool dryRun = false) =>
        (await Api.PostAsync("v1/cleanup", new CleanupRequest(project.Id, dryRun))).As<CleanupResult>();
}
