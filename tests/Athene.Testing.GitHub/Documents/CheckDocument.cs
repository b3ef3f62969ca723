using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>check-run</c>, <c>job</c> and <c>check-annotation</c>.</summary>
internal static class CheckDocument
{
    public static JsonObject Of(GitHubRepository repository, GitHubCheck check)
    {
        var api = $"{repository.Server.Address}/repos/{repository.FullName}";
        return new JsonObject
        {
            ["id"] = check.Id,
            ["node_id"] = $"CR_{check.Id}",
            ["head_sha"] = check.Sha,
            ["name"] = check.Name,
            ["url"] = $"{api}/check-runs/{check.Id}",
            ["html_url"] = UrlOf(repository, check),
            ["details_url"] = UrlOf(repository, check),
            ["external_id"] = "",
            ["status"] = check.Status,
            ["conclusion"] = check.Conclusion,
            ["started_at"] = Time.Of(check.StartedAt),
            ["completed_at"] = Time.Of(check.CompletedAt),
            ["output"] = new JsonObject
            {
                ["title"] = check.Title,
                ["summary"] = check.Summary,
                ["text"] = null,
                ["annotations_count"] = check.Annotations.Count,
                ["annotations_url"] = $"{api}/check-runs/{check.Id}/annotations",
            },
            ["check_suite"] = new JsonObject { ["id"] = check.RunId, ["head_branch"] = null, ["head_sha"] = check.Sha },
            ["app"] = null,
            ["pull_requests"] = new JsonArray([.. repository.PullRequests.Where(pull => pull.IsOpen && pull.HeadSha == check.Sha).Select(Minimal)]),
        };
    }

    public static JsonObject Job(GitHubRepository repository, GitHubCheck check)
    {
        var api = $"{repository.Server.Address}/repos/{repository.FullName}";
        return new JsonObject
        {
            ["id"] = check.Id,
            ["node_id"] = $"CR_{check.Id}",
            ["run_id"] = check.RunId,
            ["run_url"] = $"{api}/actions/runs/{check.RunId}",
            ["head_sha"] = check.Sha,
            ["head_branch"] = null,
            ["workflow_name"] = "CI",
            ["name"] = check.Name,
            ["url"] = $"{api}/actions/jobs/{check.Id}",
            ["html_url"] = UrlOf(repository, check),
            ["status"] = check.Status,
            ["conclusion"] = check.Conclusion,
            ["created_at"] = Time.Of(check.StartedAt),
            ["started_at"] = Time.Of(check.StartedAt),
            ["completed_at"] = Time.Of(check.CompletedAt),
            ["steps"] = new JsonArray(Step(1, "Set up job", "success"), Step(2, check.FailedStep ?? "Run tests", check.Conclusion)),
            ["check_run_url"] = $"{api}/check-runs/{check.Id}",
            ["labels"] = new JsonArray("ubuntu-latest"),
            ["runner_id"] = 1,
            ["runner_name"] = "runner",
            ["runner_group_id"] = 1,
            ["runner_group_name"] = "runners",
        };
    }

    public static JsonObject Annotation(GitHubRepository repository, GitHubCheck check, GitHubAnnotation annotation) => new()
    {
        ["path"] = annotation.Path,
        ["blob_href"] = $"{repository.Server.Address}/{repository.FullName}/blob/{check.Sha}/{annotation.Path}",
        ["start_line"] = annotation.Line,
        ["end_line"] = annotation.Line,
        ["start_column"] = null,
        ["end_column"] = null,
        ["annotation_level"] = annotation.Level,
        ["title"] = null,
        ["message"] = annotation.Message,
        ["raw_details"] = null,
    };

    public static string UrlOf(GitHubRepository repository, GitHubCheck check) => check.IsJob
        ? $"{repository.Server.Address}/{repository.FullName}/actions/runs/{check.RunId}/job/{check.Id}"
        : $"{repository.Server.Address}/{repository.FullName}/runs/{check.Id}";

    private static JsonObject Minimal(GitHubPull pull)
    {
        var (server, repository) = (pull.Repository.Server, pull.Repository);
        return new JsonObject
        {
            ["id"] = pull.Id,
            ["number"] = pull.Number,
            ["url"] = $"{server.Address}/repos/{repository.FullName}/pulls/{pull.Number}",
            ["head"] = End(pull.HeadBranch, pull.HeadSha, pull.HeadRepository, server),
            ["base"] = End(pull.BaseBranch, repository.HeadOf(pull.BaseBranch)!, repository.FullName, server),
        };
    }

    private static JsonObject End(string branch, string sha, string fullName, GitHubServer server) => new()
    {
        ["ref"] = branch,
        ["sha"] = sha,
        ["repo"] = new JsonObject
        {
            ["id"] = new GitHubUser(fullName).Id, ["url"] = $"{server.Address}/repos/{fullName}", ["name"] = fullName.Split('/')[1],
        },
    };

    private static JsonObject Step(int number, string name, string? conclusion) =>
        new() { ["number"] = number, ["name"] = name, ["status"] = conclusion is null ? "in_progress" : "completed", ["conclusion"] = conclusion };
}
