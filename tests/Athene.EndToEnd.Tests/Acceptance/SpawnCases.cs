using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 1–9, 22 and 23: numbers, branches, issues.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class SpawnCases(SharedInstallation shared)
{
    [Fact]
    public async Task Case001_FirstSpawn_getsNumberOneAndItsOwnBranch()
    {
        var project = await shared.NewProjectAsync();

        var session = await project.SpawnAsync();

        session.Id.ShouldBe($"{project.Id}-1");
        session.Branch.ShouldBe($"session/{project.Id}-1");
        session.Status.ShouldBe(SessionStatus.Spawning);
        session.Activity.ShouldBe(Activity.Active);
        (await shared.Athene.Api.SessionAsync(session.Id)).Id.ShouldBe(session.Id);
        (await shared.Athene.Machine.TerminalsAsync()).ShouldContain(session.Id);
        (await project.EventsAsync("session.spawned")).ShouldHaveSingleItem().SessionId.ShouldBe(session.Id);
    }

    [Fact]
    public async Task Case002_NextSpawn_takesTheNumberAfterTheHighestEverUsed()
    {
        var project = await shared.NewProjectAsync();
        var first = await project.SpawnAsync();
        await shared.Athene.Api.KilledAsync(first.Id);
        await project.Repository.AddOriginAsync($"session/{project.Id}-6");
        (await project.SpawnAsync()).Id.ShouldBe($"{project.Id}-7");
        await project.Repository.GitAsync("push", "--quiet", "origin", "--delete", $"session/{project.Id}-6");

        var next = await project.SpawnAsync();

        next.Id.ShouldBe($"{project.Id}-8");
        next.Branch.ShouldBe($"session/{project.Id}-8");
    }

    [Fact]
    public async Task Case003_RemoteSessionBranches_countForTheNumber()
    {
        var project = await shared.NewProjectAsync();
        await project.Repository.AddOriginAsync($"session/{project.Id}-22", $"session/{project.Id}-x", "session/other-40");

        (await project.SpawnAsync()).Id.ShouldBe($"{project.Id}-23");
    }

    [Fact]
    public async Task Case004_TwentySpawnsAtOnce_getTwentySessions()
    {
        var project = await shared.NewProjectAsync();

        var sessions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => project.SpawnAsync()));

        var ids = Enumerable.Range(1, 20).Select(number => $"{project.Id}-{number}").ToList();
        sessions.Select(session => session.Id).ShouldBe(ids, ignoreOrder: true);
        (await project.Repository.WorktreesAsync()).ShouldBe(sessions.Select(session => session.WorkspacePath!), ignoreOrder: true);
        (await shared.Athene.Machine.TerminalsAsync()).Where(name => name.StartsWith($"{project.Id}-", StringComparison.Ordinal)).ShouldBe(ids, ignoreOrder: true);
        (await project.EventsAsync("session.spawn_failed")).ShouldBeEmpty();
        await Task.WhenAll(ids.Select(id => shared.Athene.Api.KilledAsync(id)));
        (await shared.Athene.Machine.TerminalsAsync()).ShouldNotContain(name => name.StartsWith($"{project.Id}-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case005_UnknownProject_isNamedAndTouchesNothing()
    {
        var refused = await shared.Athene.Api.SpawnAsync("nope", new SpawnRequest(Prompt: "anything"));

        refused.Problem(HttpStatusCode.NotFound, "project-not-found").Title.ShouldContain("nope");
        (await shared.Athene.Api.EventsAsync(project: "nope")).Select(happened => happened.Kind)
            .ShouldBe(["session.spawn_started", "session.spawn_failed"]);
        Directory.Exists(Path.Combine(shared.Athene.Home, "projects", "nope")).ShouldBeFalse();
    }

    [Fact]
    public async Task Case005_UnknownAgent_isRefusedBeforeAnythingExists()
    {
        var project = await shared.NewProjectAsync();

        var refused = await project.TrySpawnAsync(prompt: "anything", agent: "nobody");

        refused.Problem(HttpStatusCode.UnprocessableEntity, "agent-unknown").Title.ShouldContain("nobody");
        await project.ShouldHoldNothingAsync();
        (await project.SpawnAsync()).Id.ShouldBe($"{project.Id}-1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case006_IssueThatTheTrackerDoesNotKnow_isFreeText(bool hasTracker)
    {
        var project = await shared.NewProjectAsync();
        if (hasTracker) project.Repository.Write("issues/1.md", "# Another one");

        var session = await project.SpawnAsync(issue: "Fix Login Bug!");

        session.Branch.ShouldBe("feat/fix-login-bug");
        session.Issue.ShouldBe("Fix Login Bug!");
    }

    [Fact]
    public async Task Case007_TrackerFailure_isFatal()
    {
        var id = "hosted";
        var repository = await TestRepository.CreateAsync(shared.Athene.RepositoryPath(id));
        await repository.GitAsync("remote", "add", "origin", "https://gitlab.invalid/org/my-app.git");
        await shared.Athene.Api.AddProjectAsync(repository.Path, id, id);
        var project = new TestProject(shared.Athene, id, repository);

        var refused = await project.TrySpawnAsync(issue: "7");

        refused.Problem(HttpStatusCode.BadGateway, "tracker-failed").Hint.ShouldNotBeNull();
        var kinds = (await project.EventsAsync()).Select(happened => happened.Kind).ToList();
        kinds.ShouldContain("tracker.issue_fetch_failed");
        kinds.ShouldContain("session.spawn_failed");
        await project.ShouldHoldNothingAsync();
    }

    [Theory]
    [InlineData("user/int-5", null, "user/int-5")]
    [InlineData("bad name~1", null, "feat/issue-5")]
    [InlineData("user/int-5", "my/own", "my/own")]
    public async Task Case008_Branch_comesFromTheRequestThenTheIssueThenTheTracker(string ofIssue, string? requested, string expected)
    {
        var project = await shared.NewProjectAsync();
        project.Repository.Write("issues/5.md", $"---\nbranch: {ofIssue}\n---\n# Five\n");

        (await project.SpawnAsync(issue: "5", branch: requested)).Branch.ShouldBe(expected);
    }

    [Fact]
    public async Task Case009_IssuesWithoutTracker_becomeSlugs()
    {
        var project = await shared.NewProjectAsync();
        var text = string.Concat(Enumerable.Repeat("words ", 17))[..100];

        (await project.SpawnAsync(issue: "INT-9999")).Branch.ShouldBe("feat/INT-9999");
        (await project.SpawnAsync(issue: "a..b")).Branch.ShouldBe("feat/a-b");
        (await project.SpawnAsync(issue: "!!!")).Branch.ShouldBe($"feat/{project.Id}-3");
        var slug = (await project.SpawnAsync(issue: text)).Branch!["feat/".Length..];
        slug.Length.ShouldBeLessThanOrEqualTo(60);
        slug.ShouldStartWith("words-words-");
        slug.ShouldNotEndWith("-");
    }

    [Fact]
    public async Task Case022_OneIssueSpawnedTwiceAtOnce_hasOneLiveSession()
    {
        var project = await shared.NewProjectAsync();

        var answers = await Task.WhenAll(project.TrySpawnAsync(issue: "INT-1"), project.TrySpawnAsync(issue: "int-1"));

        var winner = answers.Single(answer => answer.Status is HttpStatusCode.Created).As<SessionDocument>(HttpStatusCode.Created);
        var refused = answers.Single(answer => answer.Status is not HttpStatusCode.Created);
        refused.Problem(HttpStatusCode.Conflict, "issue-taken").Title.ShouldContain(winner.Id);
        (await project.SessionsAsync()).ShouldHaveSingleItem();
        (await project.Repository.WorktreesAsync()).ShouldHaveSingleItem();
        (await project.Repository.BranchesAsync()).ShouldBe(["main", winner.Branch!], ignoreOrder: true);
    }

    [Fact]
    public async Task Case023_Respawn_losesNoCommitOfTheSessionBefore()
    {
        var project = await shared.NewProjectAsync();
        var first = await project.SpawnAsync(issue: "INT-1");
        await File.WriteAllTextAsync(Path.Combine(first.WorkspacePath!, "work.txt"), "done");
        await TestRepository.GitInAsync(first.WorkspacePath!, "add", "--all");
        await TestRepository.GitInAsync(first.WorkspacePath!, "commit", "--quiet", "--message", "Work");
        var commit = await TestRepository.GitInAsync(first.WorkspacePath!, "rev-parse", "HEAD");
        await shared.Athene.Api.KilledAsync(first.Id);

        var second = await project.SpawnAsync(issue: "INT-1");

        second.Id.ShouldNotBe(first.Id);
        var keepers = await project.Repository.GitAsync("for-each-ref", "--contains", commit, "--format=%(refname:short)", "refs/heads");
        keepers.ShouldNotBeEmpty();
        second.Branch.ShouldBe("feat/INT-1");
        (await TestRepository.GitInAsync(second.WorkspacePath!, "rev-parse", "HEAD")).ShouldBe(commit);
    }
}
