using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>What the bridge knows of a pull request, and whom it has told of it.</summary>
/// <param name="Change">The type of the event that tells of the snapshot's revision.</param>
public sealed record StoredPullRequest(PullRequestSnapshot Snapshot, string Change)
{
    /// <summary>The revision that each session was last told of.</summary>
    public IReadOnlyDictionary<string, long> Told { get; init; } = new Dictionary<string, long>();

    /// <summary>Since when parts of the snapshot are older than it is, because the host does not tell them.</summary>
    public UnknownParts Unknown { get; init; } = new();

    public bool IsTold(string sessionId) => Told.GetValueOrDefault(sessionId) >= Snapshot.Revision;
}
