using Athene.Session.History;

namespace Athene.Session.Records;

/// <inheritdoc cref="ILedger"/>
public sealed partial class Ledger(IDocuments documents, EventWriter events, TimeProvider time, ILogger<Ledger> logger) : ILedger, IDisposable
{
    private const int MostAttempts = 10;

    private readonly SemaphoreSlim turn = new(1, 1);
    private long version;

    public long Version => Interlocked.Read(ref version);

    public Task<T> WriteAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken) =>
        UntilStoredAsync(new Scope(projectId, sessionId), change, cancellationToken);

    public Task<T> WriteWithOthersAsync<T>(string projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken) =>
        UntilStoredAsync(new Scope(projectId, sessionId) { WithOthers = true }, change, cancellationToken);

    public Task<T> WriteWithQueueAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken) =>
        UntilStoredAsync(new Scope(projectId, sessionId) { WithQueue = true }, change, cancellationToken);

    public Task<T> WriteWithSpendingAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken) =>
        UntilStoredAsync(new Scope(projectId, sessionId) { Day = Today }, change, cancellationToken);

    public async Task<SpendingDay> ReadTodayAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        return Parse<SpendingDay>((await documents.ReadAsync([RecordKeys.SpendingDay(today)], cancellationToken))[0]).Value ?? SpendingDay.Of(today);
    }

    public async Task<SpawnQueue> ReadQueueAsync(CancellationToken cancellationToken) =>
        Parse<SpawnQueue>((await documents.ReadAsync([RecordKeys.SpawnQueue], cancellationToken))[0]).Value ?? SpawnQueue.Empty;

    public Task RecordAsync(Happening happening, CancellationToken cancellationToken) => WriteAsync(
        null,
        null,
        draft =>
        {
            draft.Record(happening);
            return true;
        },
        cancellationToken);

    public async Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken) =>
        (await ListSessionsAsync([sessionId], cancellationToken)).SingleOrDefault();

    public async Task<ProjectRecord?> FindProjectAsync(string projectId, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync([RecordKeys.Project(projectId)], cancellationToken);
        return Parse<ProjectRecord>(stored[0]).Value;
    }

    public async Task<IReadOnlyList<ProjectRecord>> ListProjectsAsync(CancellationToken cancellationToken)
    {
        var index = Parse<ProjectIndex>((await documents.ReadAsync([RecordKeys.ProjectIndex], cancellationToken))[0]).Value ?? ProjectIndex.Empty;
        return await ListAsync<ProjectRecord>([.. index.Ids.Select(RecordKeys.Project)], cancellationToken);
    }

    public Task<IReadOnlyList<SessionRecord>> ListSessionsAsync(IReadOnlyList<string> sessionIds, CancellationToken cancellationToken) =>
        ListAsync<SessionRecord>([.. sessionIds.Select(RecordKeys.Session)], cancellationToken);

    public async Task<IReadOnlyList<string>> ListArchivedAsync(string projectId, int page, CancellationToken cancellationToken) =>
        (await ListAsync<ArchivePage>([RecordKeys.ArchivePage(projectId, page)], cancellationToken)).SingleOrDefault()?.Ids ?? [];

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<T>> ListAsync<T>(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        where T : class
    {
        var stored = await documents.ReadAsync(keys, cancellationToken);
        return [.. stored.Select(Parse<T>).Select(loaded => loaded.Value).OfType<T>()];
    }

    private async Task<T> UntilStoredAsync<T>(Scope scope, Func<LedgerDraft, T> change, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var (stored, result) = await TryWriteAsync(scope, change, cancellationToken);
                if (stored) return result;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException(
            $"The records of session '{scope.SessionId}' of project '{scope.ProjectId}' could not be stored: another writer changed them {MostAttempts} times in a row.");
    }

    private async Task<(bool Stored, T Result)> TryWriteAsync<T>(Scope scope, Func<LedgerDraft, T> change, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(scope, cancellationToken);
        var project = scope.ProjectId is null ? null : Parse<ProjectRecord>(read[RecordKeys.Project(scope.ProjectId)]);
        var before = new LedgerSnapshot(
            Parse<ProjectIndex>(read[RecordKeys.ProjectIndex]),
            project,
            scope.SessionId is null ? null : Parse<SessionRecord>(read[RecordKeys.Session(scope.SessionId)]),
            scope.WithOthers ? await ReadOthersAsync(project?.Value, scope.SessionId, cancellationToken) : [],
            scope.WithQueue ? Parse<SpawnQueue>(read[RecordKeys.SpawnQueue]) : null,
            scope.Day is { } date ? Parse<SpendingDay>(read[RecordKeys.SpendingDay(date)]) : null);
        var draft = new LedgerDraft(
            before.Project?.Value, before.Session?.Value, time.GetUtcNow(), before.Others.Select(other => other.Value).OfType<SessionRecord>(),
            before.Queue is { } queue ? queue.Value ?? SpawnQueue.Empty : null,
            scope.Day is { } day ? before.Day?.Value ?? SpendingDay.Of(day) : null);
        var result = change(draft);
        var changes = LedgerChanges.Of(draft, before);
        var stored = await events.AppendAsync(draft, changes, read, cancellationToken);
        if (changes.Count > 0) Interlocked.Increment(ref version);
        return (stored, result);
    }

    // One read for everything that a change may need, the history included.
    private async Task<Dictionary<string, StoredDocument>> ReadAsync(Scope scope, CancellationToken cancellationToken)
    {
        List<string> keys = [RecordKeys.ProjectIndex, .. events.Wanted(scope.SessionId)];
        if (scope.ProjectId is not null) keys.Add(RecordKeys.Project(scope.ProjectId));
        if (scope.SessionId is not null) keys.Add(RecordKeys.Session(scope.SessionId));
        if (scope.WithQueue) keys.Add(RecordKeys.SpawnQueue);
        if (scope.Day is { } day) keys.Add(RecordKeys.SpendingDay(day));
        return (await documents.ReadAsync(keys, cancellationToken)).ToDictionary(document => document.Key);
    }

    private async Task<IReadOnlyList<Loaded<SessionRecord>>> ReadOthersAsync(ProjectRecord? project, string? sessionId, CancellationToken cancellationToken)
    {
        if (project is null) return [];
        var keys = project.Live.Concat(project.Ended).Where(id => id != sessionId).Select(RecordKeys.Session).ToList();
        return [.. (await documents.ReadAsync(keys, cancellationToken)).Select(Parse<SessionRecord>)];
    }

    private Loaded<T> Parse<T>(StoredDocument stored)
        where T : class
    {
        var loaded = stored.As<T>();
        if (loaded.Unreadable is not null) LogUnreadable(logger, stored.Key);
        return loaded;
    }

    /// <summary>Which records a change reads.</summary>
    private sealed record Scope(string? ProjectId, string? SessionId)
    {
        public bool WithOthers { get; init; }

        public bool WithQueue { get; init; }

        /// <summary>The day whose spending it reads; null: none.</summary>
        public DateOnly? Day { get; init; }
    }
}
