using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>What the bridge knows of a pull request, and whom it has told of it.</summary>
/// <param name="Change">The type of the event that tells of the snapshot's revision.</param>
public sealed record StoredPullRequest(PullRequestSnapshot Snapshot, string Change)
{
    /// <summary>The revision that each session was last told of.</summary>
    public IReadOnlyDictionary<string, long> Told { get; init; } = new Dictionary<string, long>();

    /// <summary>When it was last told.</summary>
    public DateTimeOffset ToldAt { get; init; }

    /// <summary>An event may get lost on its way although it was published, so it is told again now and then, under the same id.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(10);

    public bool IsTold(string sessionId, DateTimeOffset now) => Told.GetValueOrDefault(sessionId) >= Snapshot.Revision && now - ToldAt < ToldFor;

    public StoredPullRequest WithTold(string sessionId, DateTimeOffset now) =>
        this with { Told = new Dictionary<string, long>(Told) { [sessionId] = Snapshot.Revision }, ToldAt = now };
}
