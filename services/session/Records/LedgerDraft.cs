using Athene.Session.History;

namespace Athene.Session.Records;

/// <summary>
/// One change of the records, being made: a project, its sessions, and what happened. All of it is stored together or not at all.
/// A change may run more than once (after a lost race or a lost answer), so it must find its own earlier effect and leave it alone.
/// </summary>
/// <param name="others">The other sessions of the project, for a change that concerns several.</param>
/// <param name="queue">The queue of spawns, for a change that concerns it.</param>
/// <param name="day">What was spent today, for a change that concerns it.</param>
public sealed class LedgerDraft(
    ProjectRecord? project, SessionRecord? session, DateTimeOffset now, IEnumerable<SessionRecord>? others = null, SpawnQueue? queue = null,
    SpendingDay? day = null)
{
    private readonly List<Happening> happenings = [];
    private readonly Dictionary<string, SessionRecord> others = (others ?? []).ToDictionary(other => other.Id);

    /// <summary>The project concerned; null when it is not known. Set to null to forget it.</summary>
    public ProjectRecord? Project { get; set; } = project;

    /// <summary>The session concerned; null when it does not exist. Set to null to forget it.</summary>
    public SessionRecord? Session { get; set; } = session;

    /// <summary>
    /// The other sessions of the project, ended ones included, archived ones not; empty unless the change asked for them
    /// (<see cref="ILedger.WriteWithOthersAsync"/>).
    /// </summary>
    public IReadOnlyCollection<SessionRecord> Others => others.Values;

    /// <summary>The spawns that have no session yet; only for a change that asked for them (<see cref="ILedger.WriteWithQueueAsync"/>).</summary>
    public SpawnQueue Queue
    {
        get => field ?? throw new InvalidOperationException("The change did not read the queue.");
        set;
    } = queue!;

    /// <summary>What was spent today; only for a change that asked for it (<see cref="ILedger.WriteWithSpendingAsync"/>).</summary>
    public SpendingDay Day
    {
        get => field ?? throw new InvalidOperationException("The change did not read what was spent.");
        set;
    } = day!;

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>The sessions that this change puts into the archive.</summary>
    public IReadOnlyList<string> Archived { get; private set; } = [];

    public void Record(Happening happening) => happenings.Add(happening);

    /// <summary>Replaces one of <see cref="Others"/>.</summary>
    public void Change(SessionRecord other) =>
        others[other.Id] = others.ContainsKey(other.Id) ? other : throw new ArgumentException($"The change did not read session '{other.Id}'.", nameof(other));

    /// <summary>Moves ended sessions out of the project's lists, into a page of its archive; their records stay.</summary>
    public void Archive(IReadOnlyList<string> sessionIds)
    {
        if (Project is null || sessionIds.Count == 0) return;
        Project = Project.WithArchived(sessionIds);
        Archived = sessionIds;
    }

    /// <summary>The session as this change leaves it; null when it does not know it.</summary>
    internal SessionRecord? Find(string? sessionId)
    {
        if (sessionId is null) return null;
        return Session?.Id == sessionId ? Session : others.GetValueOrDefault(sessionId);
    }
}
