namespace Athene.Session.Records;

/// <summary>What a project remembers: its numbers, its live sessions, and who works on which issue.</summary>
public sealed record ProjectRecord
{
    public required string Id { get; init; }

    /// <summary>Set when the project was registered by command; a project of the configuration has its definition there.</summary>
    public RegisteredProject? Registration { get; init; }

    /// <summary>The highest session number that is or was in use; numbers are never given twice.</summary>
    public int HighestNumber { get; init; }

    /// <summary>Ids of the sessions that have not ended, oldest first.</summary>
    public IReadOnlyList<string> Live { get; init; } = [];

    /// <summary>Ids of the sessions that have ended and are not archived, oldest first.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>How many pages the archive of ended sessions has; page numbers begin at 0.</summary>
    public int ArchivePages { get; init; }

    public int ArchivedCount { get; init; }

    /// <summary>Issue (normalised) → the live session that works on it; makes an issue's session unique (W-S6).</summary>
    public IReadOnlyDictionary<string, string> IssueClaims { get; init; } = new Dictionary<string, string>();

    /// <summary>Issue (normalised) → the spawn that waits for its turn with it; no other may begin with it meanwhile.</summary>
    public IReadOnlyDictionary<string, string> QueuedIssues { get; init; } = new Dictionary<string, string>();

    /// <summary>Spawn operation → the session it reserved; makes a repeated reservation find the first one.</summary>
    public IReadOnlyDictionary<string, string> Reservations { get; init; } = new Dictionary<string, string>();

    /// <summary>Who is bringing up the project's orchestrator, if somebody is.</summary>
    public OrchestratorLease? OrchestratorLease { get; init; }

    public ProjectRecord WithReservation(string operationId, string sessionId) =>
        this with { Reservations = new Dictionary<string, string>(Reservations) { [operationId] = sessionId } };

    public ProjectRecord WithoutReservation(string operationId) => this with
    {
        Reservations = Reservations.Where(held => held.Key != operationId).ToDictionary(held => held.Key, held => held.Value),
    };

    public ProjectRecord WithLive(string sessionId) =>
        Live.Contains(sessionId) ? this : this with { Live = [.. Live, sessionId], Ended = [.. Ended.Where(id => id != sessionId)] };

    public ProjectRecord WithEnded(string sessionId) => Without(sessionId) with { Ended = [.. Ended.Where(id => id != sessionId), sessionId] };

    /// <summary>The project with ended sessions on a new page of its archive.</summary>
    public ProjectRecord WithArchived(IReadOnlyList<string> sessionIds) => this with
    {
        Ended = [.. Ended.Except(sessionIds)],
        ArchivePages = ArchivePages + 1,
        ArchivedCount = ArchivedCount + sessionIds.Count,
    };

    /// <summary>The project as if it had never known the session; its number stays used.</summary>
    public ProjectRecord Without(string sessionId) => WithoutClaims(sessionId) with
    {
        Live = [.. Live.Where(id => id != sessionId)],
        Ended = [.. Ended.Where(id => id != sessionId)],
    };

    public ProjectRecord WithoutClaims(string sessionId) => this with
    {
        IssueClaims = IssueClaims.Where(claim => claim.Value != sessionId).ToDictionary(claim => claim.Key, claim => claim.Value),
    };

    public ProjectRecord WithClaim(string issue, string sessionId) =>
        this with { IssueClaims = new Dictionary<string, string>(IssueClaims) { [NormaliseIssue(issue)] = sessionId } };

    public ProjectRecord WithQueued(string issue, string operationId) =>
        this with { QueuedIssues = new Dictionary<string, string>(QueuedIssues) { [NormaliseIssue(issue)] = operationId } };

    public ProjectRecord WithoutQueued(string operationId) => !QueuedIssues.Values.Contains(operationId)
        ? this
        : this with { QueuedIssues = QueuedIssues.Where(queued => queued.Value != operationId).ToDictionary(queued => queued.Key, queued => queued.Value) };

    /// <summary>The spawn that waits with <paramref name="issue"/>, or null.</summary>
    public string? QueuedWith(string issue) => QueuedIssues.GetValueOrDefault(NormaliseIssue(issue));

    /// <summary>The live session that works on <paramref name="issue"/>, or null.</summary>
    public string? ClaimantOf(string issue) => IssueClaims.GetValueOrDefault(NormaliseIssue(issue));

    /// <summary>Whether two ways to write an issue mean the same one.</summary>
    public static bool IsSameIssue(string? one, string other) => one is not null && NormaliseIssue(one) == NormaliseIssue(other);

    private static string NormaliseIssue(string issue) => issue.Trim().TrimStart('#').ToLowerInvariant();
}
