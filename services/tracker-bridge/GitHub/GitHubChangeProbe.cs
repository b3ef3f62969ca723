using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Athene.TrackerBridge.GitHub.Snapshots;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// Compares what GitHub says of a pull request in a few numbers with what it said when it was last read in full. Fifty cost one request and about one point,
/// where an entity tag each would be fifty requests; and unlike tags of lists, they see checks, statuses, resolved threads, approvals and a moved base.
/// </summary>
public sealed class GitHubChangeProbe(GitHubApi api, TimeProvider time) : IChangeProbe
{
    /// <summary>What the fingerprint cannot show, such as a check that failed again in the same way, is found so late at most.</summary>
    private static readonly TimeSpan Reconcile = TimeSpan.FromMinutes(10);

    /// <summary>Nobody watches more pull requests; those that are watched no longer must not stay for ever.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<PullRequestQuery, (string Fingerprint, DateTimeOffset At)> read = new();

    public string Provider => ProviderNames.GitHub;

    public async Task<IReadOnlyList<ChangeMark>> ChangedAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        List<ChangeMark> changed = [];
        foreach (var host in queries.GroupBy(query => query.ApiUrl))
            changed.AddRange((await MarksAsync(host.Key, [.. host], cancellationToken)).Where(mark => !IsRead(mark)));
        return changed;
    }

    public void Commit(ChangeMark mark)
    {
        if (read.Count >= Most) read.Clear();
        if (mark.Fingerprint is { } fingerprint) read[mark.Query] = (fingerprint, time.GetUtcNow());
    }

    private bool IsRead(ChangeMark mark) =>
        mark.Fingerprint is not null && read.TryGetValue(mark.Query, out var last) && last.Fingerprint == mark.Fingerprint && time.GetUtcNow() - last.At < Reconcile;

    private async Task<IReadOnlyList<ChangeMark>> MarksAsync(string? apiUrl, IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        var questions = new BatchedQuestions(api.Watching, apiUrl);
        // What is no repository is for the reader to say.
        var known = queries.Where(query => RepositoryName.TryParse(query.Repo) is not null).ToArray();
        var byNumber = known.Where(query => query.Number is not null).ToArray();
        var byBranch = known.Where(query => query is { Number: null, Branch: not null }).ToArray();
        var marks = await questions.AskAsync(
            byNumber, part => BatchQuery.OfNumbers([.. part.Select(query => (RepositoryName.Parse(query.Repo), query.Number!.Value))], PullRequestFields.Fingerprint), cancellationToken);
        var branchMarks = await questions.AskAsync(
            byBranch, part => BatchQuery.OfBranches([.. part.Select(query => (RepositoryName.Parse(query.Repo), query.Branch!))]), cancellationToken);
        return [
            .. byNumber.Zip(marks, MarkOf), .. byBranch.Zip(branchMarks, MarkOf),
            .. queries.Except(byNumber).Except(byBranch).Select(query => new ChangeMark(query, null))];
    }

    private static ChangeMark MarkOf(PullRequestQuery query, BatchedAnswer answer) => new(
        query,
        answer.Problem is null && answer.Errors.Count == 0 ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Repository.GetRawText()))) : null);
}
