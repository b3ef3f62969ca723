using Athene.Contracts.Tracking;
using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Watching;

/// <summary>Shows people what is watched, how old what is known of it is, and which hosts do not answer.</summary>
public sealed class WatchReport(WatchList list, Schedule schedule, ProjectDirectory projects, TimeProvider time)
{
    public async Task<WatchDocument> MakeAsync(CancellationToken cancellationToken)
    {
        var places = ProjectPlace.Of(await projects.ListAsync(cancellationToken));
        var view = schedule.View();
        var now = time.GetUtcNow();
        var hosts = view.Targets.Keys.Select(target => target.Host).Distinct().Select(host => Show(host, view.Hosts.GetValueOrDefault(host)));
        var repositories = view.Webhooks.Select(entry => new WatchedRepositoryDocument(entry.Key.Repo, entry.Value.HeardAt, entry.Value.WorksAt(now)));
        var sessions = list.Sessions.OrderBy(session => session.Id, StringComparer.Ordinal).Select(session => new WatchedSessionDocument(
            session.Id,
            session.ProjectId,
            [.. (places.TryGetValue(session.ProjectId, out var place) ? Targets.Of(session, place) : [])
                .Where(view.Targets.ContainsKey).Select(target => Show(target, view.Targets[target]))]));
        return new WatchDocument([.. hosts], [.. repositories], [.. sessions]);
    }

    private static WatchedHostDocument Show(WatchedHost host, HostStanding? standing) =>
        new(host.Provider, host.ApiUrl, standing?.AnsweredAt, standing?.AwaySince, standing?.Problem, standing?.NotBefore);

    private static WatchedTargetDocument Show(WatchTarget target, TargetFacts facts) => new(
        target.Query.Repo,
        facts.PullRequest?.Number ?? target.Query.Number,
        target.Query.Branch ?? facts.PullRequest?.HeadBranch,
        facts.PullRequest?.Revision,
        facts.ReadAt,
        facts.ChangedAt,
        facts.DueAt == DateTimeOffset.MaxValue ? null : facts.DueAt,
        facts.Problem);
}
