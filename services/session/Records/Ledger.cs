using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.Json;
using Athene.Session.History;

namespace Athene.Session.Records;

/// <inheritdoc cref="ILedger"/>
public sealed partial class Ledger(IDocuments documents, EventWriter events, TimeProvider time, ILogger<Ledger> logger) : ILedger, IDisposable
{
    private const int MostAttempts = 10;

    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<T> WriteAsync<T>(
        string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var (stored, result) = await TryWriteAsync(projectId, sessionId, change, cancellationToken);
                if (stored) return result;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException(
            $"The records of session '{sessionId}' of project '{projectId}' could not be stored: another writer changed them {MostAttempts} times in a row.");
    }

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

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<T>> ListAsync<T>(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        where T : class
    {
        var stored = await documents.ReadAsync(keys, cancellationToken);
        return [.. stored.Select(Parse<T>).Select(loaded => loaded.Value).OfType<T>()];
    }

    private async Task<(bool Stored, T Result)> TryWriteAsync<T>(
        string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(projectId, sessionId, cancellationToken);
        var before = new Before(
            Parse<ProjectIndex>(read[RecordKeys.ProjectIndex]),
            projectId is null ? null : Parse<ProjectRecord>(read[RecordKeys.Project(projectId)]),
            sessionId is null ? null : Parse<SessionRecord>(read[RecordKeys.Session(sessionId)]));
        var now = time.GetUtcNow();
        var draft = new LedgerDraft(before.Project?.Value, before.Session?.Value, now);
        var result = change(draft);

        var writes = new List<DocumentWrite>();
        AddSession(writes, draft, before);
        AddProject(writes, draft, before);
        KeepUnreadable(writes, draft, before.Session, now);
        var stored = await events.AppendAsync(draft, writes, read, cancellationToken);
        return (stored, result);
    }

    // One read for everything that a change may need, the history included.
    private async Task<Dictionary<string, StoredDocument>> ReadAsync(string? projectId, string? sessionId, CancellationToken cancellationToken)
    {
        List<string> keys = [RecordKeys.ProjectIndex, .. events.Wanted(sessionId)];
        if (projectId is not null) keys.Add(RecordKeys.Project(projectId));
        if (sessionId is not null) keys.Add(RecordKeys.Session(sessionId));
        return (await documents.ReadAsync(keys, cancellationToken)).ToDictionary(document => document.Key);
    }

    private Loaded<T> Parse<T>(StoredDocument stored)
        where T : class
    {
        var loaded = stored.As<T>();
        if (loaded.Unreadable is not null) LogUnreadable(logger, stored.Key);
        return loaded;
    }

    private static void AddSession(List<DocumentWrite> writes, LedgerDraft draft, Before before)
    {
        if (Equals(draft.Session, before.Session?.Value)) return;
        if (draft.Session is { } session)
        {
            var key = RecordKeys.Session(session.Id);
            writes.Add(Upsert(key, session, before.Session?.Key == key ? before.Session.ETag : ""));
        }
        else
        {
            writes.Add(new DocumentWrite(before.Session!.Key, null, before.Session.ETag));
            writes.Add(new DocumentWrite(RecordKeys.Messages(before.Session.Value!.Id), null, null));
        }
    }

    private static void AddProject(List<DocumentWrite> writes, LedgerDraft draft, Before before)
    {
        if (before.Project is null || Equals(draft.Project, before.Project.Value)) return;
        var index = before.Index.Value ?? ProjectIndex.Empty;
        if (draft.Project is { } project)
        {
            writes.Add(Upsert(before.Project.Key, project, before.Project.ETag));
            if (before.Project.Value is null) writes.Add(Upsert(RecordKeys.ProjectIndex, index.With(project.Id), before.Index.ETag));
        }
        else
        {
            writes.Add(new DocumentWrite(before.Project.Key, null, before.Project.ETag));
            writes.Add(Upsert(RecordKeys.ProjectIndex, index.Without(before.Project.Value!.Id), before.Index.ETag));
        }
    }

    private static void KeepUnreadable(List<DocumentWrite> writes, LedgerDraft draft, Loaded<SessionRecord>? session, DateTimeOffset now)
    {
        if (session?.Unreadable is not { } bytes || writes.TrueForAll(write => write.Key != session.Key)) return;
        var aside = RecordKeys.Corrupt(session.Key, now);
        writes.Add(Upsert(aside, bytes, null));
        draft.Record(new Happening(
            EventKinds.CorruptDetected,
            $"The record {session.Key} could not be read; its bytes are kept as {aside}",
            draft.Session?.ProjectId,
            draft.Session?.Id,
            Levels.Error,
            new JsonObject { ["key"] = session.Key, ["keptAs"] = aside, ["length"] = bytes.Length }));
    }

    private static DocumentWrite Upsert<T>(string key, T value, string? etag) =>
        new(key, JsonSerializer.SerializeToUtf8Bytes(value, AtheneJson.Options), etag);

    private sealed record Before(Loaded<ProjectIndex> Index, Loaded<ProjectRecord>? Project, Loaded<SessionRecord>? Session);
}
