using System.Globalization;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>What a pipeline's jobs say of a merge request (spec trackers-scm-notifiers.md §9). Pure.</summary>
internal static class GitLabChecks
{
    private static readonly string[] FailedStatuses = ["failed", "canceled"];

    /// <summary>Whether a job's end is why the pipeline fails.</summary>
    public static bool HasFailed(GitLabJob job) => FailedStatuses.Contains(job.Status) && !job.AllowFailure;

    /// <param name="jobs">The latest run of each.</param>
    public static IReadOnlyList<CheckDocument> Of(GitLabPipeline pipeline, IReadOnlyList<GitLabJob> jobs)
    {
        CheckDocument[] checks = [.. jobs.Select(Describe)];
        var whole = Describe(pipeline);
        return SaysMore(whole.State, ChecksSummary.Of(checks)) ? [.. checks, whole] : checks;
    }

    // What is no job of the pipeline can decide it: a pipeline of another project, a status that a program outside reported.
    private static bool SaysMore(CheckState pipeline, ChecksState jobs) => (pipeline, jobs) switch
    {
        (_, ChecksState.Failing) => false,
        (CheckState.Failed, _) => true,
        (CheckState.Pending or CheckState.Running, ChecksState.Passing or ChecksState.None) => true,
        (CheckState.Passed, ChecksState.None) => true,
        _ => false,
    };

    private static CheckDocument Describe(GitLabJob job) => new(
        job.Name, StateOf(job), job.Id.ToString(CultureInfo.InvariantCulture), job.Status, WebAddress.Of(job.WebUrl));

    private static CheckDocument Describe(GitLabPipeline pipeline) => new(
        "pipeline", StateOf(pipeline.Status), pipeline.Id.ToString(CultureInfo.InvariantCulture), pipeline.Status, WebAddress.Of(pipeline.WebUrl));

    private static CheckState StateOf(GitLabJob job) =>
        StateOf(job.Status) is var state && state is CheckState.Failed && job.AllowFailure ? CheckState.Skipped : state;

    private static CheckState StateOf(string status) => status switch
    {
        "created" or "waiting_for_resource" or "waiting_for_callback" or "preparing" or "pending" or "scheduled" => CheckState.Pending,
        "running" or "canceling" => CheckState.Running,
        "success" => CheckState.Passed,
        "failed" or "canceled" => CheckState.Failed,
        // Nobody may ever start a manual job: it is not waited for.
        "skipped" or "manual" => CheckState.Skipped,
        // A word that is new is not known to mean success.
        _ => CheckState.Pending,
    };
}
