using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>Finds out why one check failed.</summary>
internal sealed partial class FailureDetails(GitHubApi api, string? apiUrl, RepositoryName repository)
{
    private const int MostAnnotations = 20;

    /// <summary>The job's step and log, or else what the check says of itself.</summary>
    /// <exception cref="AtheneException">The host wants to be asked less.</exception>
    public async Task<FailedJob> OfAsync(GitHubCheckRun run, CancellationToken cancellationToken)
    {
        var known = Of(run);
        try
        {
            return JobIdOf(run) is { } job && await OfJobAsync(known, job, cancellationToken) is { LogTail: not null } found
                ? found
                : known with { LogTail = CheckWords.Of(run.Output, await AnnotationsAsync(run, cancellationToken)) };
        }
        catch (AtheneException refused) when (refused.Type != ErrorTypes.TrackerRateLimited)
        {
            // A token may see checks but no logs: that they failed is worth telling by itself.
            return known with { LogTail = CheckWords.Of(run.Output, []) };
        }
    }

    /// <summary>What is known without asking further.</summary>
    public static FailedJob Of(GitHubCheckRun run) => new(run.Name, Url: WebAddress.Of(run.HtmlUrl ?? run.DetailsUrl));

    private async Task<FailedJob> OfJobAsync(FailedJob known, long job, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/actions/jobs/{job}");
        var found = await api.FindAsync<GitHubJob>(apiUrl, path, cancellationToken);
        using var log = await api.OpenTextAsync(apiUrl, $"{path}/logs", cancellationToken);
        if (log is null) return known with { Step = found?.FailedStep };
        using var reader = new StreamReader(await log.Content.ReadAsStreamAsync(cancellationToken));
        return known with { Step = found?.FailedStep, LogTail = await LogTail.ReadAsync(reader, cancellationToken) };
    }

    private async Task<IReadOnlyList<GitHubCheckAnnotation>> AnnotationsAsync(GitHubCheckRun run, CancellationToken cancellationToken) =>
        run.Output is { AnnotationsCount: > 0 }
            ? await api.ListAsync<GitHubCheckAnnotation>(
                apiUrl, string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/check-runs/{run.Id}/annotations"), MostAnnotations, cancellationToken)
            : [];

    private static long? JobIdOf(GitHubCheckRun run) =>
        Job().Match(run.DetailsUrl ?? "") is { Success: true } match && long.TryParse(match.Groups["job"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"/actions/runs/\d+/jobs?/(?<job>\d+)")]
    private static partial Regex Job();
}
