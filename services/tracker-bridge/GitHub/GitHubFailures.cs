using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitHub.Failures;
using Athene.TrackerBridge.GitHub.Snapshots;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>Reads what failed on GitHub: jobs of workflows with their step and the end of their log, other checks and statuses with what they say (spec §7).</summary>
public sealed class GitHubFailures(GitHubApi api) : IFailureReader
{
    private const int MostChecks = 1000;

    /// <summary>An agent reads a few logs; of the others it gets the names.</summary>
    private const int MostDetails = 8;

    public string Provider => ProviderNames.GitHub;

    public async Task<FailureReport> ReadAsync(FailureLookup lookup, CancellationToken cancellationToken)
    {
        var (apiUrl, repository) = (lookup.PullRequest.ApiUrl, RepositoryName.Parse(lookup.PullRequest.Repo));
        var commit = $"{repository.Path}/commits/{Uri.EscapeDataString(lookup.HeadSha)}";
        var runs = await api.Watching.ListAsync<GitHubCheckRuns, GitHubCheckRun>(apiUrl, $"{commit}/check-runs?filter=latest", page => page.CheckRuns, MostChecks, cancellationToken);
        var statuses = await api.Watching.FindAsync<GitHubCommitStatuses>(apiUrl, $"{commit}/status?per_page=100", cancellationToken);
        var details = new FailureDetails(api.Watching, apiUrl, repository);
        List<FailedJob> jobs = [];
        foreach (var run in runs.Where(run => CheckMapping.StateOf(run.Conclusion) is CheckState.Failed))
            jobs.Add(jobs.Count < MostDetails ? await details.OfAsync(run, cancellationToken) : FailureDetails.Of(run));
        var failed = (statuses?.Statuses ?? []).Where(status => CheckMapping.StateOf(status.State) is CheckState.Failed);
        return new FailureReport(lookup.HeadSha, [.. jobs, .. failed.Select(status => new FailedJob(status.Context, LogTail: status.Description, Url: WebAddress.Of(status.TargetUrl)))]);
    }
}
