using System.Text.Json;

namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>What GitHub's webhooks say (spec trackers-scm-notifiers.md §10). Events and actions that are not known here are no error. Pure.</summary>
public static class GitHubHints
{
    /// <summary>The hint in a payload, or null when the event says nothing about pull requests, branches or issues.</summary>
    /// <param name="eventName">GitHub's name of the event, such as <c>check_run</c>.</param>
    public static WebhookHint? Read(string eventName, JsonElement payload)
    {
        if (payload.Text("repository", "full_name") is not { } repo) return null;
        var action = payload.Text("action");
        return eventName switch
        {
            "pull_request" => OfPullRequest(payload, new WebhookHint(HintKind.PullRequest, repo, UrgencyOfPullRequest(action))),
            "pull_request_review" or "pull_request_review_thread" => OfPullRequest(payload, new WebhookHint(HintKind.Review, repo, Urgency.Now)),
            "pull_request_review_comment" => OfPullRequest(payload, new WebhookHint(HintKind.Comment, repo, Urgency.Now)),
            "issue_comment" => OfIssueComment(payload, repo),
            "check_run" => OfChecks(payload, "check_run", repo),
            "check_suite" => OfChecks(payload, "check_suite", repo),
            "workflow_run" => OfChecks(payload, "workflow_run", repo),
            "status" => OfStatus(payload, repo),
            "push" => OfPush(payload, repo),
            "issues" => OfIssue(payload, action, repo),
            _ => null,
        };
    }

    private static Urgency UrgencyOfPullRequest(string? action) => action switch
    {
        "opened" or "closed" or "reopened" or "synchronize" or "edited" or "ready_for_review" or "converted_to_draft" or "enqueued" or "dequeued" => Urgency.Now,
        "assigned" or "unassigned" or "labeled" or "unlabeled" or "locked" or "unlocked" or "milestoned" or "demilestoned" => Urgency.Nothing,
        _ => Urgency.Soon,
    };

    private static WebhookHint OfPullRequest(JsonElement payload, WebhookHint hint) => hint with
    {
        Numbers = payload.Number("pull_request", "number") is { } number ? [number] : [],
        Branch = payload.Text("pull_request", "head", "ref"),
        Sha = payload.Sha("pull_request", "head", "sha"),
    };

    // To GitHub a pull request is an issue with a part more.
    private static WebhookHint? OfIssueComment(JsonElement payload, string repo) =>
        payload.At("issue", "pull_request") is { ValueKind: JsonValueKind.Object } && payload.Number("issue", "number") is { } number
            ? new WebhookHint(HintKind.Comment, repo, Urgency.Now) { Numbers = [number] }
            : null;

    private static WebhookHint? OfChecks(JsonElement payload, string name, string repo)
    {
        if (payload.At(name) is not { ValueKind: JsonValueKind.Object } checks) return null;
        var hasEnded = checks.Text("status") == "completed" || payload.Text("action") == "completed";
        return new WebhookHint(HintKind.Checks, repo, hasEnded ? Urgency.Now : Urgency.Soon)
        {
            Numbers = [.. checks.Items("pull_requests").Where(pr => IsHere(pr, payload)).Select(pr => pr.Number("number")).OfType<int>()],
            Branch = checks.Text("head_branch") ?? checks.Text("check_suite", "head_branch"),
            Sha = checks.Sha("head_sha"),
        };
    }

    // The checks of a fork name pull requests of the repository that it was forked from, whose numbers mean nothing here.
    private static bool IsHere(JsonElement pullRequest, JsonElement payload) =>
        pullRequest.At("base", "repo", "id") is not { ValueKind: JsonValueKind.Number } target
        || payload.At("repository", "id") is not { ValueKind: JsonValueKind.Number } here
        || target.GetRawText() == here.GetRawText();

    private static WebhookHint OfStatus(JsonElement payload, string repo) =>
        new(HintKind.Checks, repo, payload.Text("state") == "pending" ? Urgency.Soon : Urgency.Now)
        {
            Sha = payload.Sha("sha"),
            Branch = payload.Items("branches").Select(branch => branch.Text("name")).FirstOrDefault(),
        };

    private static WebhookHint? OfPush(JsonElement payload, string repo) => PayloadReading.BranchOf(payload.Text("ref")) is { } branch
        ? new WebhookHint(HintKind.Push, repo, Urgency.Now) { Branch = branch, Sha = payload.IsTrue("deleted") ? null : payload.Sha("after") }
        : null;

    private static WebhookHint? OfIssue(JsonElement payload, string? action, string repo) => payload.Number("issue", "number") is { } number
        ? new WebhookHint(HintKind.Issue, repo, action is "closed" or "reopened" or "labeled" or "unlabeled" ? Urgency.Now : Urgency.Nothing) { Issue = number }
        : null;
}
