using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.PullRequests;
using Athene.Testing.Hosts;
using Athene.TrackerBridge.Tests.Contracts;
using Athene.TrackerBridge.Tests.Issues;

namespace Athene.TrackerBridge.Tests.GitLabHost;

[Collection(TrackersCollection.Name)]
public sealed class GitLabMergeRequestTests(TrackersUnderTest trackers) : PullRequestContract
{
    private FakeGitLab GitLab => ((GitLabStage)Stage).GitLab;

    [Theory]
    [InlineData("manual", false, ChecksState.Passing)]
    [InlineData("failed", true, ChecksState.Passing)]
    [InlineData("canceled", false, ChecksState.Failing)]
    [InlineData("scheduled", false, ChecksState.Pending)]
    [InlineData("waiting_for_resource", false, ChecksState.Pending)]
    [InlineData("something-new", false, ChecksState.Pending)]
    public async Task Read_jobStatus_countsAsItDoesForGitLab(string status, bool allowFailure, ChecksState expected)
    {
        var mr = await OpenAsync();
        mr.Own.Job("build", "success");
        mr.Own.Job("other", status, allowFailure);

        (await ReadAsync(mr)).ChecksState.ShouldBe(expected);
    }

    [Theory]
    [InlineData("failed", ChecksState.Failing)]
    [InlineData("running", ChecksState.Pending)]
    [InlineData("manual", ChecksState.Passing)]
    public async Task Read_pipelineThatKnowsMoreThanItsJobs_isAskedToo(string status, ChecksState expected)
    {
        var mr = await OpenAsync();
        mr.Own.Job("build", "success");
        mr.Own.PipelineStatus = status;

        (await ReadAsync(mr)).ChecksState.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_jobsOverSeveralPages_areAllThere()
    {
        var mr = await OpenAsync();
        for (var job = 0; job < 150; job++) mr.Own.Job($"job {job}", "success");
        mr.Own.Job("last", "failed");

        var found = await ReadAsync(mr);

        (found.Checks.Count, found.ChecksState).ShouldBe((151, ChecksState.Failing));
    }

    [Fact]
    public async Task Read_headWithoutAPipelineYet_isUnknownAndNotTheOldResult()
    {
        var mr = await OpenAsync();
        mr.Own.Job("build", "success");
        await mr.PushAsync();

        (await ReadAsync(mr)).ChecksState.ShouldBe(ChecksState.Unknown);
    }

    [Theory]
    [InlineData("need_rebase", Mergeability.Blocked, MergeBlocker.BehindBase)]
    [InlineData("discussions_not_resolved", Mergeability.Blocked, MergeBlocker.UnresolvedThreads)]
    [InlineData("security_policy_violations", Mergeability.Blocked, MergeBlocker.Protection)]
    [InlineData("checking", Mergeability.Unknown, null)]
    [InlineData("mergeable", Mergeability.Ready, null)]
    public async Task Read_mergeStatus_isToldInAthenesWords(string status, Mergeability expected, MergeBlocker? blocker)
    {
        var mr = await OpenAsync();
        mr.Own.MergeStatus = status;

        var found = await ReadAsync(mr);

        found.Mergeability.ShouldBe(expected);
        found.Blockers.ShouldBe(blocker is { } one ? [one] : []);
    }

    [Fact]
    public async Task Read_approvalsThatAreMissing_arePending()
    {
        var mr = await OpenAsync();
        mr.Own.RequiredApprovals = 1;

        var found = await ReadAsync(mr);

        (found.ReviewDecision, found.Mergeability).ShouldBe((ReviewDecision.Pending, Mergeability.Blocked));
        found.Blockers.ShouldBe([MergeBlocker.ReviewRequired]);
    }

    [Fact]
    public async Task Read_rateLimited_isAProblemThatSaysUntilWhen()
    {
        var mr = await OpenAsync();
        GitLab.Interrupt(new FakeAnswer(429, []) { Headers = new Dictionary<string, string> { ["RateLimit-Reset"] = "1767225600" } });

        var problem = (await Stage.Reader.ReadAsync([Stage.QueryOf(mr.Number)], CancellationToken.None)).ShouldHaveSingleItem().Problem.ShouldNotBeNull();

        problem.Type.ShouldBe(ErrorTypes.TrackerRateLimited);
        problem.Message.ShouldContain("until 2026-01-01 00:00:00Z");
    }

    [Theory]
    [InlineData("project_7_bot_1a", true)]
    [InlineData("project_9_bot_2b", false)]
    [InlineData("evil-bot", false)]
    [InlineData("member-bot", false)]
    public async Task Read_program_isWhatGitLabSaysIsOneAndIsInTheProject(string author, bool expected)
    {
        var mr = await OpenAsync();
        await mr.CommentAsync(author, "a.txt", 1, "Unused variable.");

        (await ReadAsync(mr)).Threads.ShouldHaveSingleItem().AuthorIsBot.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_pipelineOfTheMergedResult_countsForTheHeadThatWasMerged()
    {
        var mr = await OpenAsync();
        mr.Own.TestsMerge = true;
        mr.Own.Job("build", "success");
        mr.Own.Job("test", "failed");

        (await ReadAsync(mr)).ChecksState.ShouldBe(ChecksState.Failing);
        (await Stage.Failures.ReadAsync(new FailureLookup(Stage.LookupOf(mr.Number), mr.Head), CancellationToken.None)).Jobs.ShouldHaveSingleItem().Name.ShouldBe("test");
    }

    [Fact]
    public async Task Read_pipelineOfAnOlderMergedResult_isUnknown()
    {
        var mr = await OpenAsync();
        mr.Own.TestsMerge = true;
        mr.Own.Job("build", "failed");
        await mr.PushAsync();

        (await ReadAsync(mr)).ChecksState.ShouldBe(ChecksState.Unknown);
        (await Stage.Failures.ReadAsync(new FailureLookup(Stage.LookupOf(mr.Number), mr.Head), CancellationToken.None)).Jobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Merge_whilePipelineRuns_waitsForIt()
    {
        var mr = await OpenAsync();
        await mr.CheckAsync("build", CheckState.Running);

        (await MergeAsync(mr, mr.Head)).ShouldBe(new MergeResult(false));

        (await ReadAsync(mr)).Mergeability.ShouldBe(Mergeability.Queued);
        (await MergeAsync(mr, mr.Head)).ShouldBe(new MergeResult(false));
    }

    [Fact]
    public async Task Merge_inAProjectWithAMergeTrain_getsAPlaceInIt()
    {
        GitLab.MergeRequests.HasMergeTrain = true;
        var mr = await OpenAsync();

        (await MergeAsync(mr, mr.Head)).ShouldBe(new MergeResult(false));

        mr.Own.IsSetToMerge.ShouldBeTrue();
    }

    [Theory]
    [InlineData(MergeMethod.Squash, true)]
    [InlineData(MergeMethod.Merge, false)]
    public async Task Merge_method_isWhetherItIsSquashed(MergeMethod method, bool squashed)
    {
        var mr = await OpenAsync();

        await MergeAsync(mr, mr.Head, method);

        mr.Own.WasSquashed.ShouldBe(squashed);
    }

    [Theory]
    [InlineData("merge", false)]
    [InlineData("ff", true)]
    public async Task Merge_byRebase_isForProjectsThatDoSo(string setting, bool isMerged)
    {
        GitLab.MergeRequests.MergeMethod = setting;
        var mr = await OpenAsync();

        if (isMerged) (await MergeAsync(mr, mr.Head, MergeMethod.Rebase)).IsMerged.ShouldBeTrue();
        else (await Should.ThrowAsync<AtheneException>(() => MergeAsync(mr, mr.Head, MergeMethod.Rebase))).Type.ShouldBe(ErrorTypes.PullRequestNotMergeable);
    }

    [Fact]
    public async Task Failures_ofJobsThatMayFail_areNotAmongThem()
    {
        var mr = await OpenAsync();
        mr.Own.Job("lint", "failed", allowFailure: true, trace: "warning");
        mr.Own.Job("test", "failed");

        var report = await Stage.Failures.ReadAsync(new FailureLookup(Stage.LookupOf(mr.Number), mr.Head), CancellationToken.None);

        var job = report.Jobs.ShouldHaveSingleItem();
        (job.Name, job.Step, job.LogTail).ShouldBe(("test", "test", null));
    }

    [Fact]
    public async Task Find_fromAFork_tellsTheForkAndTheRefInTheProjectItself()
    {
        var number = GitLab.MergeRequests.NumberOf(GitLab.MergeRequests.Open("main", isFork: true));

        var found = (await Stage.Host.FindAsync(Stage.LookupOf(number), number, CancellationToken.None)).ShouldNotBeNull();

        (found.IsFork, found.HeadRepository, found.HeadRef).ShouldBe((true, "grace/app", $"refs/merge-requests/{number}/head"));
        (await ReadAsync(Stage.QueryOf("main"))).ShouldBeNull();
    }

    [Fact]
    public async Task Lookup_throughTheBridge_knowsThatTheRepositoryIsOnGitLab()
    {
        var number = trackers.GitLab.MergeRequests.NumberOf(trackers.GitLab.MergeRequests.Open("feat/x"));
        var lookup = new PullRequestLookup("app", $"!{number}", "gitlab", FakeGitLab.Project);

        var answer = await trackers.Bridge.Http.PostAsJsonAsync("/v1/pull-requests/lookup", lookup, AtheneJson.Options);

        var found = (await answer.Content.ReadFromJsonAsync<PullRequestDetails>(AtheneJson.Options)).ShouldNotBeNull();
        (found.Number, found.HeadBranch).ShouldBe((number, "feat/x"));
    }

    protected override Task<IHostStage> SetAsync() => Task.FromResult<IHostStage>(new GitLabStage(trackers.Bridge.Dapr));

    private async Task<GitLabStagedMergeRequest> OpenAsync() => (GitLabStagedMergeRequest)await Stage.OpenAsync("feat/x");
}
