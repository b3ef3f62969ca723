using System.Text.Json;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Webhooks;

public sealed class GitHubHintsTests
{
    private const string Repository = """ "repository":{"id":1,"full_name":"acme/app"} """;

    [Theory]
    [InlineData("opened", Urgency.Now)]
    [InlineData("synchronize", Urgency.Now)]
    [InlineData("closed", Urgency.Now)]
    [InlineData("labeled", Urgency.Nothing)]
    [InlineData("of next year", Urgency.Soon)]
    public void Read_pullRequest_namesNumberBranchAndCommit(string action, Urgency urgency) => Read("pull_request", $$$"""
        {"action":"{{{action}}}",{{{Repository}}},"pull_request":{"number":42,"head":{"ref":"feat/x","sha":"abc123"} } }
        """).ShouldBe(HintKind.PullRequest, urgency, [42], "feat/x", "abc123");

    [Theory]
    [InlineData("pull_request_review", HintKind.Review)]
    [InlineData("pull_request_review_thread", HintKind.Review)]
    [InlineData("pull_request_review_comment", HintKind.Comment)]
    public void Read_review_isUrgent(string eventName, HintKind kind) => Read(eventName, $$$"""
        {"action":"submitted",{{{Repository}}},"pull_request":{"number":42,"head":{"ref":"feat/x","sha":"abc123"} } }
        """).ShouldBe(kind, Urgency.Now, [42], "feat/x", "abc123");

    [Fact]
    public void Read_commentOnAPullRequest_namesItsNumber() => Read("issue_comment", $$$"""
        {"action":"created",{{{Repository}}},"issue":{"number":42,"pull_request":{}} }
        """).ShouldBe(HintKind.Comment, Urgency.Now, [42]);

    [Fact]
    public void Read_commentOnAnIssue_isNothing() => Read("issue_comment", $$$"""{"action":"created",{{{Repository}}},"issue":{"number":42}}""").ShouldBeNull();

    [Theory]
    [InlineData("completed", Urgency.Now)]
    [InlineData("in_progress", Urgency.Soon)]
    public void Read_check_namesThePullRequestsOfThisRepository(string status, Urgency urgency) => Read("check_run", $$$"""
        {"action":"created",{{{Repository}}},"check_run":{"status":"{{{status}}}","head_sha":"abc123","check_suite":{"head_branch":"feat/x"},
         "pull_requests":[{"number":42,"base":{"repo":{"id":1} } },{"number":43},{"number":7,"base":{"repo":{"id":2} } }]}}
        """).ShouldBe(HintKind.Checks, urgency, [42, 43], "feat/x", "abc123");

    [Theory]
    [InlineData("check_suite")]
    [InlineData("workflow_run")]
    public void Read_suite_namesItsBranch(string eventName) => Read(eventName, $$$"""
        {"action":"completed",{{{Repository}}},"{{{eventName}}}":{"head_sha":"abc123","head_branch":"feat/x","pull_requests":[]}}
        """).ShouldBe(HintKind.Checks, Urgency.Now, [], "feat/x", "abc123");

    [Theory]
    [InlineData("pending", Urgency.Soon)]
    [InlineData("failure", Urgency.Now)]
    public void Read_status_namesItsCommit(string state, Urgency urgency) => Read("status", $$$"""
        {"state":"{{{state}}}","sha":"abc123",{{{Repository}}},"branches":[{"name":"feat/x"}]}
        """).ShouldBe(HintKind.Checks, urgency, [], "feat/x", "abc123");

    [Fact]
    public void Read_push_namesTheBranchAndItsCommit() =>
        Read("push", $$$"""{"ref":"refs/heads/feat/x","after":"abc123","deleted":false,{{{Repository}}}}""").ShouldBe(HintKind.Push, Urgency.Now, [], "feat/x", "abc123");

    [Fact]
    public void Read_pushThatDeletes_namesNoCommit() =>
        Read("push", $$$"""{"ref":"refs/heads/feat/x","after":"0000","deleted":true,{{{Repository}}}}""").ShouldBe(HintKind.Push, Urgency.Now, [], "feat/x");

    [Fact]
    public void Read_pushOfATag_isNothing() => Read("push", $$$"""{"ref":"refs/tags/v1","after":"abc123",{{{Repository}}}}""").ShouldBeNull();

    [Theory]
    [InlineData("closed", Urgency.Now)]
    [InlineData("labeled", Urgency.Now)]
    [InlineData("assigned", Urgency.Nothing)]
    public void Read_issue_isOfInterestWhenItsStateOrLabelsChange(string action, Urgency urgency)
    {
        var hint = Read("issues", $$$"""{"action":"{{{action}}}",{{{Repository}}},"issue":{"number":7}}""").ShouldNotBeNull();

        (hint.Kind, hint.Urgency, hint.Issue).ShouldBe((HintKind.Issue, urgency, 7));
    }

    [Theory]
    [InlineData("star")]
    [InlineData("")]
    [InlineData("pull_request_of_next_year")]
    public void Read_unknownEvent_isNothing(string eventName) => Read(eventName, $$$"""{ {{{Repository}}} }""").ShouldBeNull();

    private static WebhookHint? Read(string eventName, string payload) => GitHubHints.Read(eventName, JsonDocument.Parse(payload).RootElement);
}
