using System.Text.Json;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Webhooks;

public sealed class GitLabHintsTests
{
    private const string Project = """ "project":{"path_with_namespace":"acme/app"} """;

    [Theory]
    [InlineData(""" "action":"open" """, HintKind.PullRequest, Urgency.Now)]
    [InlineData(""" "action":"approved" """, HintKind.Review, Urgency.Now)]
    [InlineData(""" "action":"update" """, HintKind.PullRequest, Urgency.Soon)]
    [InlineData(""" "action":"update","oldrev":"aaa" """, HintKind.PullRequest, Urgency.Now)]
    public void Read_mergeRequest_namesNumberBranchAndCommit(string attributes, HintKind kind, Urgency urgency) => Read($$$"""
        {"object_kind":"merge_request",{{{Project}}},"object_attributes":{"iid":42,"source_branch":"feat/x","last_commit":{"id":"abc123"},{{{attributes}}}}}
        """).ShouldBe(kind, urgency, [42], "feat/x", "abc123");

    [Fact]
    public void Read_noteOnAMergeRequest_namesItsNumber() => Read($$$"""
        {"object_kind":"note",{{{Project}}},"merge_request":{"iid":42,"source_branch":"feat/x"}}
        """).ShouldBe(HintKind.Comment, Urgency.Now, [42], "feat/x");

    [Fact]
    public void Read_noteOnAnIssue_isNothing() => Read($$$"""{"object_kind":"note",{{{Project}}},"issue":{"iid":42}}""").ShouldBeNull();

    [Theory]
    [InlineData("failed", Urgency.Now)]
    [InlineData("running", Urgency.Soon)]
    public void Read_pipeline_namesItsMergeRequest(string status, Urgency urgency) => Read($$$"""
        {"object_kind":"pipeline",{{{Project}}},"object_attributes":{"ref":"refs/merge-requests/42/head","sha":"abc123","status":"{{{status}}}"},
         "merge_request":{"iid":42,"source_branch":"feat/x"}}
        """).ShouldBe(HintKind.Checks, urgency, [42], "feat/x", "abc123");

    [Fact]
    public void Read_job_waitsForItsPipeline() =>
        Read($$$"""{"object_kind":"build",{{{Project}}},"ref":"feat/x","sha":"abc123"}""").ShouldBe(HintKind.Checks, Urgency.Soon, [], "feat/x", "abc123");

    [Theory]
    [InlineData("abc123", "abc123")]
    [InlineData("0000000000000000000000000000000000000000", null)]
    public void Read_push_namesTheBranchAndItsCommit(string after, string? sha) =>
        Read($$$"""{"event_name":"push",{{{Project}}},"ref":"refs/heads/feat/x","after":"{{{after}}}"}""").ShouldBe(HintKind.Push, Urgency.Now, [], "feat/x", sha);

    [Theory]
    [InlineData("tag_push")]
    [InlineData("wiki_page")]
    public void Read_otherKind_isNothing(string kind) => Read($$$"""{"object_kind":"{{{kind}}}",{{{Project}}},"ref":"refs/tags/v1"}""").ShouldBeNull();

    [Theory]
    [InlineData(""" "action":"close" """, Urgency.Now)]
    [InlineData(""" "action":"open" """, Urgency.Nothing)]
    public void Read_issue_isOfInterestWhenItsStateChanges(string attributes, Urgency urgency)
    {
        var hint = Read($$$"""{"object_kind":"issue",{{{Project}}},"object_attributes":{"iid":7,{{{attributes}}}}}""").ShouldNotBeNull();

        (hint.Kind, hint.Urgency, hint.Issue).ShouldBe((HintKind.Issue, urgency, 7));
    }

    private static WebhookHint? Read(string payload) => GitLabHints.Read(JsonDocument.Parse(payload).RootElement);
}
