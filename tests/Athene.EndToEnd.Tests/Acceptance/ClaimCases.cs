using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 60 to 65: claims of pull requests.</summary>
[Collection(HostedInstallationCollection.Name)]
public sealed class ClaimCases(HostedInstallation hosted)
{
    private SessionApi Api => hosted.Athene.Api;

    [Fact]
    public async Task Case060_WorkingSession_getsTheBranchAndThePullRequest()
    {
        var project = await hosted.NewProjectAsync();
        var commit = await project.OpenPullRequestAsync(60, "feat/60");
        var session = await project.WorkingSessionAsync();

        var claim = await project.ClaimedAsync(session.Id, "#60");

        (claim.BranchChanged, claim.Branch, claim.Assigned, claim.AssignmentError).ShouldBe((true, "feat/60", false, null));
        claim.TakenOverFrom.ShouldBeEmpty();
        claim.Pr.ShouldBe(new PullRequestDocument(FakeGitHub.AddressOf(60), 60, "open", commit, PullRequestOrigin.Claimed));
        (await HostedProject.BranchOfAsync(session)).ShouldBe("feat/60");
        (await HostedProject.HeadOfAsync(session)).ShouldBe(commit);
        var claimed = await Api.SessionAsync(session.Id);
        (claimed.Status, claimed.Branch, claimed.PrAutoDetect).ShouldBe((SessionStatus.PrOpen, "feat/60", true));
        claimed.Prs.ShouldBe([claim.Pr]);
        var told = (await Api.EventsAsync(session.Id, kind: "session.pr_claimed")).ShouldHaveSingleItem();
        told.Data!["url"]!.GetValue<string>().ShouldBe(FakeGitHub.AddressOf(60));
    }

    [Fact]
    public async Task Case060_SpawningSession_staysSpawning()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(1060, "feat/1060");
        var session = await project.WorkingSessionAsync();
        await RecordEdit.ToSpawningAsync(hosted.Athene, session.Id);

        await project.ClaimedAsync(session.Id, 1060);

        var claimed = await Api.SessionAsync(session.Id);
        await ShouldHaveStayedSpawningAsync(claimed);
        claimed.Branch.ShouldBe("feat/1060");
        claimed.Prs.ShouldHaveSingleItem().Number.ShouldBe(1060);
    }

    [Fact]
    public async Task Case061_OwnerInReview_isDisplacedAndKeepsItsCommits()
    {
        var project = await hosted.NewProjectAsync();
        var commit = await project.OpenPullRequestAsync(61, "feat/61");
        var (owner, claimant) = (await project.WorkingSessionAsync(), await project.WorkingSessionAsync());
        await project.ClaimedAsync(owner.Id, 61);
        await ReportAsync(owner.Id, new ReportRequest("ready_for_review", Pr: FakeGitHub.AddressOf(61)));
        (await Api.SessionAsync(owner.Id)).Status.ShouldBe(SessionStatus.ReviewPending);

        var claim = await project.ClaimedAsync(claimant.Id, FakeGitHub.AddressOf(61));

        claim.TakenOverFrom.ShouldBe([owner.Id]);
        var displaced = await Api.SessionAsync(owner.Id);
        displaced.Prs.ShouldBeEmpty();
        (displaced.Status, displaced.PrAutoDetect, displaced.Lifecycle.Pr.State).ShouldBe((SessionStatus.Working, false, PullRequestState.None));
        (await Api.SessionAsync(claimant.Id)).Prs.ShouldHaveSingleItem().Number.ShouldBe(61);
        (await HostedProject.BranchOfAsync(claimant)).ShouldBe("feat/61");
        (await HostedProject.BranchOfAsync(owner)).ShouldBeEmpty();
        (await HostedProject.HeadOfAsync(owner)).ShouldBe(commit);
        (await Api.EventsAsync(owner.Id, kind: "session.pr_taken_over")).ShouldHaveSingleItem().Summary.ShouldContain(claimant.Id);
        await Within.TrueAsync(
            async () => (await Api.OutputAsync(owner.Id)).ReplaceLineEndings("").Contains("belongs to another session now", StringComparison.Ordinal),
            "the agent that lost it was told");
    }

    [Fact]
    public async Task Case062_SessionWithTheBranchAlone_isDisplacedAndStaysSpawning()
    {
        var project = await hosted.NewProjectAsync();
        var commit = await project.OpenPullRequestAsync(62, "feat/62");
        var (owner, claimant) = (await project.WorkingSessionAsync(branch: "feat/62"), await project.WorkingSessionAsync());
        await RecordEdit.ToSpawningAsync(hosted.Athene, owner.Id);

        (await project.ClaimedAsync(claimant.Id, 62)).TakenOverFrom.ShouldBe([owner.Id]);

        var displaced = await Api.SessionAsync(owner.Id);
        await ShouldHaveStayedSpawningAsync(displaced);
        displaced.PrAutoDetect.ShouldBeFalse();
        (await HostedProject.BranchOfAsync(claimant)).ShouldBe("feat/62");
        (await HostedProject.HeadOfAsync(claimant)).ShouldBe(commit);
    }

    [Theory]
    [InlineData("closed", HttpStatusCode.Conflict, "pull-request-not-open")]
    [InlineData("merged", HttpStatusCode.Conflict, "pull-request-not-open")]
    [InlineData("blank", HttpStatusCode.BadRequest, "request-invalid")]
    [InlineData("unknown", HttpStatusCode.NotFound, "pull-request-not-found")]
    [InlineData("orchestrator", HttpStatusCode.Conflict, "claim-refused")]
    [InlineData("dirty", HttpStatusCode.Conflict, "work-at-risk")]
    [InlineData("checked out by its owner", HttpStatusCode.Conflict, "branch-busy")]
    [InlineData("checked out with work", HttpStatusCode.Conflict, "work-at-risk")]
    public async Task Case063_ClaimThatCannotBe_changesNothing(string why, HttpStatusCode status, string type)
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(63, "feat/63", why is "closed" or "merged" ? why : "open");
        var session = await project.WorkingSessionAsync();
        if (why is "orchestrator") session = await Api.EnsuredAsync(project.Id, AgentScripts.Echo);
        if (why is "dirty") await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "README.md"), "unsaved");
        if (why is "checked out by its owner") await project.Repository.GitAsync("switch", "--quiet", "--create", "feat/63");
        if (why is "checked out with work")
        {
            var other = await project.WorkingSessionAsync(branch: "feat/63");
            await File.WriteAllTextAsync(Path.Combine(other.WorkspacePath!, "new.txt"), "unsaved");
        }

        var before = await project.Project.SessionsAsync();

        (await project.ClaimAsync(session.Id, why switch { "blank" => " ", "unknown" => 6363, _ => 63 })).Problem(status, type);

        var after = await project.Project.SessionsAsync();
        after.Select(now => (now.Id, now.Branch, now.PrAutoDetect, now.Prs.Count, now.Lifecycle.Pr))
            .ShouldBe(before.Select(then => (then.Id, then.Branch, then.PrAutoDetect, then.Prs.Count, then.Lifecycle.Pr)));
        foreach (var now in after) (await HostedProject.BranchOfAsync(now)).ShouldBe(now.Branch);
    }

    [Fact]
    public async Task Case064_SecondClaimAndClaimAgain_keepOneListWithoutDuplicates()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(42, "feat/42");
        await project.OpenPullRequestAsync(99, "feat/99");
        var session = await project.WorkingSessionAsync();

        await project.ClaimedAsync(session.Id, 42);
        await project.ClaimedAsync(session.Id, 99);
        var again = await project.ClaimedAsync(session.Id, 99);

        again.TakenOverFrom.ShouldBeEmpty();
        again.BranchChanged.ShouldBeFalse();
        var claimed = await Api.SessionAsync(session.Id);
        claimed.Prs.Select(pr => pr.Number).ShouldBe([99, 42]);
        claimed.Lifecycle.Pr.Number.ShouldBe(99);
    }

    [Fact]
    public async Task Case065_AssignmentThatFails_isToldInTheResult()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(65, "feat/65");
        hosted.GitHub.AllowAssignment(65, "grace", isTaken: false);
        var session = await project.WorkingSessionAsync();

        var claim = await project.ClaimedAsync(session.Id, 65, assign: true);

        claim.Assigned.ShouldBeFalse();
        claim.AssignmentError.ShouldNotBeNull().ShouldContain("grace");
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.PrOpen);
    }

    [Fact]
    public async Task Claim_pullRequestOfAFork_isCheckedOutUnderANameOfItsOwn()
    {
        var project = await hosted.NewProjectAsync();
        var commit = await project.OpenPullRequestOfForkAsync(70, "main");
        hosted.GitHub.AllowAssignment(70, "grace");
        var session = await project.WorkingSessionAsync();

        var claim = await project.ClaimedAsync(session.Id, 70, assign: true);

        (claim.Branch, claim.Assigned, claim.AssignmentError).ShouldBe(("pr-70", true, null));
        (await HostedProject.HeadOfAsync(session)).ShouldBe(commit);
        (await project.Repository.GitAsync("branch", "--show-current")).ShouldBe("main");
    }

    [Fact]
    public async Task Claim_byTheCommand_saysWhatItDid()
    {
        var project = await hosted.NewProjectAsync();
        await project.OpenPullRequestAsync(71, "feat/71");
        var session = await project.WorkingSessionAsync();

        var claimed = await hosted.Athene.AtheneAsync("claim", session.Id, "71", "--json");
        var spawned = await hosted.Athene.AtheneAsync("spawn", "--project", project.Id, "--agent", AgentScripts.Echo, "--claim-pr", "72", "--json");

        claimed.ExitCode.ShouldBe(0, claimed.ToString());
        claimed.Json<ClaimResult>().Pr.Number.ShouldBe(71);
        spawned.ExitCode.ShouldBe(3, spawned.ToString());
        spawned.Problem().Title.ShouldContain("runs, but did not get the pull request");
        (await project.Project.SessionsAsync()).Count.ShouldBe(2);
    }

    // The lifecycle may have looked at it since the claim: then it says that it found the session spawning once more after the first time.
    private async Task ShouldHaveStayedSpawningAsync(SessionDocument session)
    {
        if (session.Status is SessionStatus.Spawning) return;
        var begun = (await Api.EventsAsync(session.Id, kind: "session.transitioned")).Count(moved => (string?)moved.Data!["from"] == "not_started");
        begun.ShouldBe(2, $"{session.Id} is {session.Status}, and was not moved there by the lifecycle");
    }

    private async Task ReportAsync(string sessionId, ReportRequest report) =>
        (await Api.PostAsync($"v1/sessions/{sessionId}/reports", report)).As<ReportResult>().Accepted.ShouldBeTrue();
}
