using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Sessions;
using Athene.TrackerBridge.Watching.Snapshots;

namespace Athene.TrackerBridge.Watching;

/// <summary>
/// Reads pull requests, and tells what changed. What changed is stored before it is told, and that it was told is stored after it: whoever dies in between
/// tells it again under the same id.
/// </summary>
public sealed partial class PullRequestWatch(
    IEnumerable<IPullRequestReader> readers, SnapshotStore store, TrackerPublisher publisher, WatchList list, ProjectDirectory projects, ILogger<PullRequestWatch> logger)
{
    /// <summary>What a configuration calls the hosts that can be read.</summary>
    public IReadOnlyList<string> Providers { get; } = [.. readers.Select(reader => reader.Provider)];

    /// <summary>One reading a target, in their order.</summary>
    public async Task<IReadOnlyList<TargetReading>> ReadAsync(DueTargets due, CancellationToken cancellationToken)
    {
        var reader = readers.First(candidate => candidate.Provider == due.Host.Provider);
        var readings = await reader.ReadAsync([.. due.Targets.Select(target => target.Query)], cancellationToken);
        var outcomes = await TakeAsync(due.Host, [.. readings.Select(reading => reading.Found).OfType<PullRequestSnapshot>()], cancellationToken);
        return [.. due.Targets.Zip(readings, (target, reading) => reading.Found is { } found && outcomes[NameOf(found)] is { } outcome
            ? outcome with { Target = target }
            : new TargetReading(target, null, Problem: reading.Problem))];
    }

    // A branch and a number may have brought the same pull request.
    private async Task<Dictionary<(string, int), TargetReading?>> TakeAsync(
        WatchedHost host, IReadOnlyList<PullRequestSnapshot> found, CancellationToken cancellationToken)
    {
        found = [.. found.DistinctBy(NameOf)];
        var places = ProjectPlace.Of(await projects.ListAsync(cancellationToken));
        var known = await store.ReadAsync(host, found, cancellationToken);
        var outcomes = new Dictionary<(string, int), TargetReading?>();
        foreach (var (snapshot, (before, etag)) in found.Zip(known))
        {
            var owner = Ownership.Of(snapshot, before, list.Sessions, places);
            outcomes[NameOf(snapshot)] = owner is null ? null : await TakeAsync(host, Observation.After(before, snapshot), before, etag, owner, cancellationToken);
        }

        return outcomes;
    }

    private async Task<TargetReading> TakeAsync(
        WatchedHost host, StoredPullRequest now, StoredPullRequest? before, string etag, WatchedSession owner, CancellationToken cancellationToken)
    {
        // What an earlier run stored and did not tell is told with what is new, or by itself.
        if (!ReferenceEquals(now, before)) etag = await WriteAsync(host, now, etag, cancellationToken);
        if (!now.IsTold(owner.Id))
        {
            await publisher.PublishAsync(TrackerEvents.Of(now, owner), cancellationToken);
            LogTold(owner.Id, now.Snapshot.Repo, now.Snapshot.Number, now.Snapshot.Revision, now.Change);
            await WriteAsync(host, now with { Told = new Dictionary<string, long>(now.Told) { [owner.Id] = now.Snapshot.Revision } }, etag, cancellationToken);
        }

        var target = new WatchTarget(host.Provider, new PullRequestQuery(now.Snapshot.Repo, host.ApiUrl, now.Snapshot.Number, null));
        return new TargetReading(target, PullRequestFacts.Of(now.Snapshot), now.Snapshot.ObservedAt, Observation.IsReported(before?.Snapshot, now.Snapshot));
    }

    private async Task<string> WriteAsync(WatchedHost host, StoredPullRequest stored, string etag, CancellationToken cancellationToken) =>
        await store.WriteAsync(host, stored, etag, cancellationToken) ?? throw new AtheneException(
            ErrorTypes.Internal, StatusCodes.Status409Conflict,
            $"Pull request #{stored.Snapshot.Number} of {stored.Snapshot.Repo} was changed in the state store by another tracker bridge.",
            "Run one tracker bridge a home.");

    private static (string, int) NameOf(PullRequestSnapshot snapshot) => (snapshot.Repo.ToLowerInvariant(), snapshot.Number);
}
