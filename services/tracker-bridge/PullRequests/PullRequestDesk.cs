using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>Answers about pull requests, whichever host a project has.</summary>
public sealed partial class PullRequestDesk(
    IEnumerable<IPullRequestHost> hosts, IEnumerable<IPullRequestMerger> mergers, IEnumerable<IFailureReader> failures, ILogger<PullRequestDesk> logger)
{
    /// <exception cref="AtheneException">There is no such pull request, or the project's host is not one that Athene can ask, or it did not answer.</exception>
    public async Task<PullRequestDetails> LookupAsync(PullRequestLookup lookup, CancellationToken cancellationToken)
    {
        var host = Choose(hosts, host => host.Provider, lookup);
        var number = PullRequestNumber.Of(lookup);
        var found = await host.FindAsync(lookup, number, cancellationToken);
        LogLookedUp(lookup.ProjectId, number, host.Provider, found is not null);
        return found ?? throw new AtheneException(
            ErrorTypes.PullRequestNotFound,
            StatusCodes.Status404NotFound,
            $"{lookup.Repo} has no pull request #{number}, or none that Athene's token may see.",
            "Check the number and the project's 'repo'. A private repository needs a token of its host: GITHUB_TOKEN (GH_ENTERPRISE_TOKEN for an enterprise host), GITLAB_TOKEN, or a login of 'gh' or 'glab'.");
    }

    /// <exception cref="AtheneException">It could not be assigned.</exception>
    public async Task<PullRequestAssignment> AssignAsync(PullRequestLookup lookup, CancellationToken cancellationToken)
    {
        var host = Choose(hosts, host => host.Provider, lookup);
        var number = PullRequestNumber.Of(lookup);
        var assigned = await host.AssignAsync(lookup, number, cancellationToken);
        LogAssigned(lookup.ProjectId, number, host.Provider, assigned.Assignee);
        return assigned;
    }

    /// <exception cref="AtheneException">Its head is another one, something blocks it, or the host could not be asked.</exception>
    public async Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellationToken)
    {
        var merger = Choose(mergers, merger => merger.Provider, request.PullRequest);
        var number = PullRequestNumber.Of(request.PullRequest);
        var result = await merger.MergeAsync(request, number, cancellationToken);
        LogMerged(request.PullRequest.ProjectId, number, merger.Provider, request.ExpectedHeadSha, result.IsMerged);
        return result;
    }

    /// <exception cref="AtheneException">The host could not be asked.</exception>
    public async Task<FailureReport> FailuresAsync(FailureLookup lookup, CancellationToken cancellationToken)
    {
        var reader = Choose(failures, reader => reader.Provider, lookup.PullRequest);
        var report = await reader.ReadAsync(lookup, cancellationToken);
        LogFailures(lookup.PullRequest.ProjectId, lookup.HeadSha, reader.Provider, report.Jobs.Count);
        return report;
    }

    private static T Choose<T>(IEnumerable<T> all, Func<T, string> providerOf, PullRequestLookup lookup)
    {
        if (lookup.Repo is null)
        {
            throw NotConfigured(
                $"Project '{lookup.ProjectId}' names no repository on a host, so its pull requests are unknown.",
                "Set 'repo: owner/name' for the project, or register it again: athene project add PATH --repo owner/name");
        }

        var provider = lookup.Provider ?? ProviderNames.OfRepo(lookup.Repo, lookup.ApiUrl);
        return all.FirstOrDefault(one => providerOf(one) == provider) ?? throw NotConfigured(
            $"Project '{lookup.ProjectId}' has its pull requests at '{provider}', which this version of Athene cannot ask.",
            $"Supported now: {string.Join(", ", all.Select(providerOf))}.");
    }

    private static AtheneException NotConfigured(string what, string hint) =>
        new(ErrorTypes.TrackerNotConfigured, StatusCodes.Status422UnprocessableEntity, what, hint);
}
