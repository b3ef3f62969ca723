namespace Athene.Notifier.Delivery;

/// <summary>What one notifier still has to tell, and what it gave up; one document of the state store. What was told is in neither list.</summary>
public sealed record Outbox(IReadOnlyList<Entry> Open, IReadOnlyList<Entry> Failed)
{
    /// <summary>What waits beyond that is given up at once: a way that is closed for days must not fill the disk.</summary>
    public const int MostOpen = 1000;

    /// <summary>Of what was given up, only so many of the newest stay: as many as the journal has, so that nothing on it seems to have been told that was not.</summary>
    public const int MostFailed = Journal.Kept;

    public static Outbox Empty { get; } = new([], []);

    public Outbox With(Entry entry, DateTimeOffset now) => Open.Count < MostOpen
        ? this with { Open = [.. Open, entry] }
        : WithFailed(entry with { Error = $"{MostOpen} notifications wait already", FailedAt = now });

    /// <summary>Notes that these are being told now.</summary>
    public Outbox Sending(IReadOnlySet<string> ids, string? digest, DateTimeOffset now) =>
        Change(ids, entry => entry with { UnansweredSince = entry.UnansweredSince ?? entry.SendingSince, SendingSince = now, Digest = digest });

    public Outbox Delivered(IReadOnlySet<string> ids) => this with { Open = [.. Open.Where(entry => !ids.Contains(entry.Id))] };

    public Outbox Postponed(IReadOnlySet<string> ids, DateTimeOffset until) => Change(ids, entry => entry with { DueAt = until });

    /// <summary>Notes a try that failed, after which there is another.</summary>
    public Outbox TryAgain(IReadOnlySet<string> ids, string error, bool mayHaveArrived, DateTimeOffset at) => Change(ids, entry => entry with
    {
        Attempts = entry.Attempts + 1, SendingSince = null, UnansweredSince = entry.UnansweredSince ?? (mayHaveArrived ? entry.SendingSince : null), Error = error, DueAt = at,
    });

    public Outbox GivenUp(IReadOnlySet<string> ids, string error, bool noTarget, DateTimeOffset now) => Open
        .Where(entry => ids.Contains(entry.Id))
        .Aggregate(Delivered(ids), (outbox, entry) => outbox.WithFailed(entry with
        {
            Attempts = entry.Attempts + 1, SendingSince = null, Error = error, NoTarget = noTarget, FailedAt = now,
        }));

    public Outbox Reported(string id) => this with { Failed = [.. Failed.Select(entry => entry.Id == id ? entry with { IsReported = true } : entry)] };

    /// <summary>Takes one that was given up back among those to tell, at once.</summary>
    public Outbox Retried(string id, DateTimeOffset now) => this with
    {
        Open = [.. Open, .. Failed.Where(entry => entry.Id == id).Select(entry => new Entry(id, entry.Priority, now) { Asked = true, Error = entry.Error })],
        Failed = [.. Failed.Where(entry => entry.Id != id)],
    };

    private Outbox WithFailed(Entry entry) => this with { Failed = [.. Failed.Append(entry).TakeLast(MostFailed)] };

    private Outbox Change(IReadOnlySet<string> ids, Func<Entry, Entry> change) =>
        this with { Open = [.. Open.Select(entry => ids.Contains(entry.Id) ? change(entry) : entry)] };
}
