using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>The records of the sessions that have not ended, read again only when a record has changed: looking at idle sessions costs no read.</summary>
public sealed class LiveSessions(ILedger ledger, TimeProvider time)
{
    /// <summary>Another process may have written (while two services overlap at a restart).</summary>
    private static readonly TimeSpan LongestTrust = TimeSpan.FromSeconds(30);

    private volatile Reading? last;

    public async Task<IReadOnlyList<SessionRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the read: what is written meanwhile is read again.
        var version = ledger.Version;
        if (last is { } known && known.Version == version && time.GetElapsedTime(known.At) < LongestTrust) return known.Sessions;
        var at = time.GetTimestamp();
        var projects = await ledger.ListProjectsAsync(cancellationToken);
        var sessions = await ledger.ListSessionsAsync([.. projects.SelectMany(project => project.Live)], cancellationToken);
        last = new Reading(version, at, sessions);
        return sessions;
    }

    private sealed record Reading(long Version, long At, IReadOnlyList<SessionRecord> Sessions);
}
