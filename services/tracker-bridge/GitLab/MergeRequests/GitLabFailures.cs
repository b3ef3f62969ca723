using System.Globalization;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>The failed jobs of a commit's pipeline, each with the end of its log.</summary>
public sealed class GitLabFailures(GitLabApi api, GitLabMergeRequests mergeRequests) : IFailureReader
{
    /// <summary>More failed jobs than anybody reads have one cause.</summary>
    private const int MostLogs = 10;

    /// <summary>Of a log's end, in bytes: more than the lines that are told.</summary>
    private const int TailBytes = 128 * 1024;

    public string Provider => ProviderNames.GitLab;

    public async Task<FailureReport> ReadAsync(FailureLookup lookup, CancellationToken cancellationToken)
    {
        var project = mergeRequests.ProjectOf(lookup.PullRequest);
        if (await PipelineAsync(project, lookup, cancellationToken) is not { } pipeline) return new FailureReport(lookup.HeadSha, []);
        var path = project.At(string.Create(CultureInfo.InvariantCulture, $"/pipelines/{pipeline.Id}/jobs?scope[]=failed&scope[]=canceled"));
        var failed = (await api.ListAsync<GitLabJob>(project, path, cancellationToken)).Where(GitLabChecks.HasFailed);
        List<FailedJob> jobs = [];
        foreach (var (index, job) in failed.Index())
        {
            var log = index < MostLogs ? await LogOfAsync(project, job, cancellationToken) : null;
            jobs.Add(new FailedJob(job.Name, job.Stage, log, WebAddress.Of(job.WebUrl)));
        }

        return new FailureReport(lookup.HeadSha, jobs);
    }

    private async Task<GitLabPipeline?> PipelineAsync(GitLabProject project, FailureLookup lookup, CancellationToken cancellationToken)
    {
        var number = PullRequestNumber.Of(lookup.PullRequest);
        var mr = await mergeRequests.FindAsync(project, number, cancellationToken) ?? throw MergeProblems.NotFound(project.Path, number);
        if (mr.Sha == lookup.HeadSha && mr.HeadPipeline is { } head && await new GitLabTests(api).AreOfHeadAsync(project, mr, head, cancellationToken)) return head;
        var path = project.At($"/pipelines?order_by=id&sort=desc&sha={Uri.EscapeDataString(lookup.HeadSha)}");
        return (await api.ListAsync<GitLabPipeline>(project, path, cancellationToken, most: 1)) is [var latest, ..] ? latest : null;
    }

    private async Task<string?> LogOfAsync(GitLabProject project, GitLabJob job, CancellationToken cancellationToken)
    {
        await using var trace = await api.OpenAsync(project, project.At(string.Create(CultureInfo.InvariantCulture, $"/jobs/{job.Id}/trace")), cancellationToken);
        return trace is null ? null : GitLabTrace.Clean(await StreamTail.ReadAsync(trace, TailBytes, cancellationToken));
    }
}
