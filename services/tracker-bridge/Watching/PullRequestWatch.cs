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
    IEnumerable<IPullRequestReader> readers,
    IEnumerable<IChangeProbe> probes,
    SnapshotStore store,
    TrackerPublisher publisher,
    WatchList list,
    ProjectDirectory projects,
    TimeProvider time,
    ILogger<PullRequestWatch> logger)
{
    /// <summary>What a configuration calls the hosts that can be read.</summary>
    public IReadOnlyList<string> Providers { get; } = [.. readers.Select(reader => reader.Provider)];

    /// <summary>One reading a target. Those that only the clock made due are read if the host says that they changed.</summary>
    /// <exception cref="AtheneException">The host could not be asked.</exception>
    public async Task<IReadOnlyList<TargetReading>> ReadAsync(DueTargets due, CancellationToken cancellationToken)
    {
        if (probes.FirstOrDefault(candidate => candidate.Provider == due.Host.Provider) is not { } probe)
            return await ReadAsync(due.Host, due.Targets, cancellationToken);
        var uncertain = due.Targets.Where(target => !due.Certain.Contains(target)).ToList();
        var marks = uncertain.Count == 0 ? [] : await probe.ChangedAsync([.. uncertain.Select(target => target.Query)], cancellationToken);
        var unchanged = uncertain.ExceptBy(marks.Select(mark => mark.Query), target => target.Query).ToHashSet();
        var readings = await ReadAsync(due.Host, [.. due.Targets.Where(target => !unchanged.Contains(target))], cancellationToken);
        var told = readings.Where(reading => reading.Problem is null).Select(reading => reading.Target.Query).ToHashSet();
        foreach (var mark in marks.Where(mark => told.Contains(mark.Query))) probe.Commit(mark);
        return [.. readings, .. unchanged.Select(target => new TargetReading(target, null, IsUnchanged: true))];
    }

    private async Task<IReadOnlyList<TargetReading>> ReadAsync(WatchedHost host, IReadOnlyList<WatchTarget> targets, CancellationToken cancellationToken)
    {
        if (targets.Count == 0) return [];
        var reader = readers.First(candidate => candidate.Provider == host.Provider);
        var readings = await reader.ReadAsync([.. targets.Select(target => target.Query)], cancellationToken);
        var outcomes = await TakeAsync(host, [.. readings.Select(reading => reading.Found).OfType<PullRequestSnapshot>()], cancellationToken);
        return [.. targets.Zip(readings, (target, reading) => reading.Found is { } found && outcomes[NameOf(found)] is { } outcome
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
            outcomes[NameOf(snapshot)] = owner is null ? null : await TryTakeAsync(host, snapshot, before, etag, owner, cancellationToken);
        }

        return outcomes;
    }

    // One that cannot be stored or told keeps none of the others from that; it stays due.
    private async Task<TargetReading> TryTakeAsync(
        WatchedHost host, PullRequestSnapshot snapshot, StoredPullRequest? before, string etag, WatchedSession owner, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeAsync(host, Observation.After(before, snapshot), before, etag, owner, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTaken(failure, owner.Id, snapshot.Repo, snapshot.Number);
            var problem = failure as AtheneException
                ?? new AtheneException(ErrorTypes.Internal, StatusCodes.Status500InternalServerError, failure.Message, innerException: failure);
            return new TargetReading(TargetOf(host, snapshot), null, Problem: problem, IsAnswered: true);
        }
    }

    private async Task<TargetReading> TakeAsync(
        WatchedHost host, StoredPullRequest now, StoredPullRequest? before, string etag, WatchedSession owner, CancellationToken cancellationToken)
    {
        // What an earlier run stored and did not tell is told with what is new, or by itself.
        if (!ReferenceEquals(now, before)) etag = await WriteAsync(host, now, etag, cancellationToken);
        if (!now.IsTold(owner.Id, time.GetUtcNow()))
        {
            await publisher.PublishAsync(TrackerEvents.Of(now, owner), cancellationToken);
            LogTold(owner.Id, now.Snapshot.Repo, now.Snapshot.Number, now.Snapshot.Revision, now.Change);
            await WriteAsync(host, now.WithTold(owner.Id, time.GetUtcNow()), etag, cancellationToken);
        }

        return new TargetReading(TargetOf(host, now.Snapshot), PullRequestFacts.Of(now.Snapshot), now.Snapshot.ObservedAt, Observation.IsReported(before?.Snapshot, now.Snapshot));
    }

    private async Task<string> WriteAsync(WatchedHost host, StoredPullRequest stored, string etag, CancellationToken cancellationToken) =>
        await store.WriteAsync(host, stored, etag, cancellationToken) ?? throw new AtheneException(
            ErrorTypes.Internal, StatusCodes.Status409Conflict,
            $"Pull request #{stored.Snapshot.Number} of {stored.Snapshot.Repo} was changed in the state store by another tracker bridge.",
            "Run one tracker bridge a home.");

    private static WatchTarget TargetOf(WatchedHost host, PullRequestSnapshot snapshot) =>
        new(host.Provider, new PullRequestQuery(snapshot.Repo, host.ApiUrl, snapshot.Number, null));

    private static (string, int) NameOf(PullRequestSnapshot snapshot) => (snapshot.Repo.ToLowerInvariant(), snapshot.Number);
}
