using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>
/// Reads merge requests in full: one request for each that is settled, four to six for an open one. GraphQL would need fewer, but its fields differ between
/// editions and versions of GitLab, and one unknown field fails a whole query.
/// </summary>
public sealed class GitLabReader(GitLabApi gitLab, AtheneConfiguration configuration, ILogger<GitLabMembers> logger, TimeProvider time) : IPullRequestReader
{
    /// <summary>How many are read side by side.</summary>
    private const int Lanes = 4;

    /// <summary>How many of a branch are looked at to find the open one.</summary>
    private const int OfBranch = 20;

    private readonly GitLabApi api = gitLab.Watching;
    private readonly GitLabMergeRequests mergeRequests = new(gitLab.Watching);
    private readonly GitLabMembers members = new(gitLab.Watching, logger);
    private readonly GitLabBots bots = new(gitLab.Watching, configuration);
    private readonly GitLabTests tests = new(gitLab.Watching);

    public string Provider => ProviderNames.GitLab;

    public async Task<IReadOnlyList<PullRequestReading>> ReadAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        var readings = new PullRequestReading[queries.Count];
        await Parallel.ForAsync(0, queries.Count, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken }, async (index, token) =>
            readings[index] = await ReadAsync(queries[index], token));
        return readings;
    }

    private async Task<PullRequestReading> ReadAsync(PullRequestQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var project = api.ProjectOf(query.Repo, query.ApiUrl, query.Repo);
            var mr = await FindAsync(project, query, cancellationToken);
            return new PullRequestReading(query, mr is null ? null : await SnapshotAsync(project, query, mr, cancellationToken));
        }
        catch (AtheneException problem)
        {
            return new PullRequestReading(query, null, problem);
        }
    }

    private async Task<GitLabMergeRequest?> FindAsync(GitLabProject project, PullRequestQuery query, CancellationToken cancellationToken)
    {
        if (query.Number is { } number) return await mergeRequests.FindAsync(project, number, cancellationToken);
        if (query.Branch is not { } branch) return null;
        var path = project.At($"/merge_requests?scope=all&order_by=created_at&sort=desc&source_branch={Uri.EscapeDataString(branch)}");
        var own = (await api.ListAsync<GitLabMergeRequest>(project, path, cancellationToken, OfBranch)).Where(mr => !mr.IsFork).ToArray();
        // A list does not tell of pipelines.
        return own.FirstOrDefault(mr => mr.IsOpen) is { } open ? await mergeRequests.FindAsync(project, open.Iid, cancellationToken) : own.FirstOrDefault();
    }

    private async Task<PullRequestSnapshot> SnapshotAsync(GitLabProject project, PullRequestQuery query, GitLabMergeRequest mr, CancellationToken cancellationToken)
    {
        var snapshot = new PullRequestSnapshot
        {
            Repo = query.Repo,
            Number = mr.Iid,
            Url = WebAddress.Of(mr.WebUrl) ?? "",
            Title = mr.Title,
            State = GitLabMergeRequests.StateOf(mr),
            IsDraft = mr.Draft,
            HeadBranch = mr.SourceBranch,
            HeadSha = mr.Sha ?? "",
            IsFork = mr.IsFork,
            BaseBranch = mr.TargetBranch,
            Author = mr.Author?.Username,
            CreatedAt = mr.CreatedAt,
            ObservedAt = time.GetUtcNow(),
        };
        return mr.IsOpen ? await CompleteAsync(project, mr, snapshot, cancellationToken) : snapshot;
    }

    private async Task<PullRequestSnapshot> CompleteAsync(
        GitLabProject project, GitLabMergeRequest mr, PullRequestSnapshot snapshot, CancellationToken cancellationToken)
    {
        var path = GitLabMergeRequests.PathOf(project, mr.Iid);
        var (state, checks) = await ChecksAsync(project, mr, cancellationToken);
        var discussions = await api.ListAsync<GitLabDiscussion>(project, $"{path}/discussions?", cancellationToken);
        var approvals = await api.FindAsync<GitLabApprovals>(project, $"{path}/approvals", cancellationToken) ?? new GitLabApprovals(0, 0, []);
        var reviewers = mr.Reviewers is { Count: > 0 } ? await api.FindAsync<List<GitLabReviewer>>(project, $"{path}/reviewers", cancellationToken) ?? [] : [];
        var trust = await TrustAsync(project, discussions, cancellationToken);
        var decision = GitLabReviews.Decide(approvals, reviewers);
        var (mergeability, blockers) = GitLabMergeability.Of(mr, state, decision);
        return SnapshotSize.Fit(snapshot with
        {
            ChecksState = state,
            Checks = checks,
            ReviewDecision = decision,
            Threads = GitLabReviews.Threads(discussions, snapshot.Url, trust),
            Reviews = GitLabReviews.Reviews(discussions, reviewers, snapshot.Url, trust),
            Mergeability = mergeability,
            Blockers = blockers,
        });
    }

    private async Task<(ChecksState State, IReadOnlyList<CheckDocument> Checks)> ChecksAsync(
        GitLabProject project, GitLabMergeRequest mr, CancellationToken cancellationToken)
    {
        if (mr.HeadPipeline is not { } pipeline) return (ChecksState.None, []);
        // The head is new, and its pipeline has not been made yet, or never will be: GitLab does not say which.
        if (!await tests.AreOfHeadAsync(project, mr, pipeline, cancellationToken)) return (ChecksState.Unknown, []);
        var jobs = await api.ListAsync<GitLabJob>(project, project.At($"/pipelines/{pipeline.Id}/jobs?include_retried=false"), cancellationToken);
        var checks = GitLabChecks.Of(pipeline, jobs);
        return (ChecksSummary.Of(checks), checks);
    }

    private async Task<GitLabTrust> TrustAsync(GitLabProject project, IReadOnlyList<GitLabDiscussion> discussions, CancellationToken cancellationToken)
    {
        GitLabUser?[] authors = [.. discussions.SelectMany(discussion => discussion.Notes).Where(note => !note.System).Select(note => note.Author)];
        var inside = await members.AmongAsync(project, authors, cancellationToken);
        var programs = await bots.AmongAsync(project, authors, inside, cancellationToken);
        return new GitLabTrust(inside.Where(member => member.MayWrite).Select(member => member.Id).ToHashSet(), programs);
    }
}
