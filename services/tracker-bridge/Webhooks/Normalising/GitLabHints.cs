using System.Text.Json;

namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>What GitLab's webhooks say (spec trackers-scm-notifiers.md §10). Kinds that are not known here are no error. Pure.</summary>
public static class GitLabHints
{
    private static readonly string[] EndedStates = ["success", "failed", "canceled", "skipped"];

    /// <summary>The hint in a payload, or null when it says nothing about merge requests, branches or issues.</summary>
    public static WebhookHint? Read(JsonElement payload)
    {
        if (payload.Text("project", "path_with_namespace") is not { } repo) return null;
        // System hooks say the same under another name.
        return (payload.Text("object_kind") ?? payload.Text("event_name")) switch
        {
            "merge_request" => OfMergeRequest(payload, repo),
            "note" => OfNote(payload, repo),
            "pipeline" => OfPipeline(payload, repo),
            "build" => OfJob(payload, repo),
            "push" => OfPush(payload, repo),
            "issue" or "work_item" => OfIssue(payload, repo),
            _ => null,
        };
    }

    private static WebhookHint? OfMergeRequest(JsonElement payload, string repo)
    {
        if (payload.Number("object_attributes", "iid") is not { } number) return null;
        var isApproval = payload.Text("object_attributes", "action") is "approved" or "unapproved" or "approval" or "unapproval";
        return new WebhookHint(isApproval ? HintKind.Review : HintKind.PullRequest, repo, UrgencyOf(payload))
        {
            Numbers = [number],
            Branch = payload.Text("object_attributes", "source_branch"),
            Sha = payload.Sha("object_attributes", "last_commit", "id"),
        };
    }

    // An update without a commit before it is one of words and labels.
    private static Urgency UrgencyOf(JsonElement payload) =>
        payload.Text("object_attributes", "action") is "update" or null && payload.Sha("object_attributes", "oldrev") is null ? Urgency.Soon : Urgency.Now;

    private static WebhookHint? OfNote(JsonElement payload, string repo) => payload.Number("merge_request", "iid") is { } number
        ? new WebhookHint(HintKind.Comment, repo, Urgency.Now)
        {
            Numbers = [number],
            Branch = payload.Text("merge_request", "source_branch"),
            Sha = payload.Sha("merge_request", "last_commit", "id"),
        }
        : null;

    private static WebhookHint OfPipeline(JsonElement payload, string repo) => new(HintKind.Checks, repo, UrgencyOfState(payload.Text("object_attributes", "status")))
    {
        Numbers = payload.Number("merge_request", "iid") is { } number ? [number] : [],
        Branch = payload.Text("merge_request", "source_branch") ?? payload.Text("object_attributes", "ref"),
        Sha = payload.Sha("object_attributes", "sha"),
    };

    // A job's end alone decides nothing: its pipeline's does, and follows.
    private static WebhookHint OfJob(JsonElement payload, string repo) => new(HintKind.Checks, repo, Urgency.Soon)
    {
        Branch = payload.IsTrue("tag") ? null : payload.Text("ref"),
        Sha = payload.Sha("sha"),
    };

    private static WebhookHint? OfPush(JsonElement payload, string repo) => PayloadReading.BranchOf(payload.Text("ref")) is { } branch
        ? new WebhookHint(HintKind.Push, repo, Urgency.Now) { Branch = branch, Sha = payload.Sha("after") is { } sha && sha.Any(digit => digit != '0') ? sha : null }
        : null;

    private static WebhookHint? OfIssue(JsonElement payload, string repo) => payload.Number("object_attributes", "iid") is { } number
        ? new WebhookHint(HintKind.Issue, repo, IsOfInterest(payload) ? Urgency.Now : Urgency.Nothing) { Issue = number }
        : null;

    private static bool IsOfInterest(JsonElement payload) => payload.Text("object_attributes", "action") switch
    {
        "close" or "reopen" => true,
        "update" => payload.At("changes", "labels") is not null,
        _ => false,
    };

    private static Urgency UrgencyOfState(string? state) => EndedStates.Contains(state) ? Urgency.Now : Urgency.Soon;
}
