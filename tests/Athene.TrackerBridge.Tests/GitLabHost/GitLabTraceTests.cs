using Athene.Contracts.PullRequests;
using Athene.Testing.Hosts;
using Athene.TrackerBridge.Tests.Contracts;
using Athene.TrackerBridge.Tests.Issues;

namespace Athene.TrackerBridge.Tests.GitLabHost;

[Collection(TrackersCollection.Name)]
public sealed class GitLabTraceTests(TrackersUnderTest trackers)
{
    [Fact]
    public async Task Log_ofARunner_isWhatAPersonReads() => (await LogAsync(
        "\u001b[0KRunning with gitlab-runner 17.0\u001b[0;m\r\n"
        + "section_start:1560896352:step_script\r\u001b[0K\u001b[36;1mExecuting\u001b[0;m\n"
        + "10%\r50%\r100% done\n"
        + "2026-05-22T12:43:46.962646Z 01O expected 2 but was 3\n"
        + "section_end:1560896353:step_script\r\u001b[0K\n"
        + "tab\there \u0007bell\n")).ShouldBe("Running with gitlab-runner 17.0\nExecuting\n100% done\nexpected 2 but was 3\n\ntab\there bell");

    [Fact]
    public async Task Log_ofManyMegabytes_isItsEnd()
    {
        var log = (await LogAsync(string.Concat(Enumerable.Range(1, 200_000).Select(line => $"line number {line} of a long log\n")))).ShouldNotBeNull();

        log.Split('\n').Length.ShouldBe(120);
        log.ShouldEndWith("line number 200000 of a long log");
    }

    [Fact]
    public async Task Log_withoutAnything_isNone() => (await LogAsync("\u001b[0K\r\n\n")).ShouldBeNull();

    private async Task<string?> LogAsync(string trace)
    {
        await using var stage = new GitLabStage(trackers.Bridge.Dapr);
        var mr = stage.GitLab.MergeRequests.Open("feat/x");
        mr.Job("test", "failed", trace: trace);
        var lookup = ((IHostStage)stage).LookupOf(stage.GitLab.MergeRequests.NumberOf(mr));
        return (await stage.Failures.ReadAsync(new FailureLookup(lookup, mr.Head), CancellationToken.None)).Jobs.ShouldHaveSingleItem().LogTail;
    }
}
