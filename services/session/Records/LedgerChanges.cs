using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.Json;
using Athene.Session.History;

namespace Athene.Session.Records;

/// <summary>Which documents a change of the records writes, all in one transaction.</summary>
internal sealed class LedgerChanges(LedgerDraft draft, LedgerSnapshot before)
{
    private readonly List<DocumentWrite> writes = [];

    public static IReadOnlyList<DocumentWrite> Of(LedgerDraft draft, LedgerSnapshot before)
    {
        var changes = new LedgerChanges(draft, before);
        changes.AddSession();
        changes.AddOthers();
        changes.AddProject();
        changes.AddArchive();
        changes.AddQueue();
        changes.AddDay();
        changes.KeepUnreadable(before.Session);
        changes.KeepUnreadable(before.Project);
        changes.KeepUnreadable(before.Index);
        changes.KeepUnreadable(before.Queue);
        changes.KeepUnreadable(before.Day);
        return changes.writes;
    }

    private void AddSession()
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
            Forget(before.Session.Value!.Id);
        }
    }

    private void AddOthers()
    {
        foreach (var other in before.Others.Where(other => other.Value is not null))
        {
            if (draft.Find(other.Value!.Id) is { } now && !Equals(now, other.Value)) writes.Add(Upsert(other.Key, now, other.ETag));
        }
    }

    private void AddProject()
    {
        if (before.Project is null || (Equals(draft.Project, before.Project.Value) && !DependsOnOthers)) return;
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

    // What was true of all sessions when they were read must still be true: of two such changes at once, the project's version lets one in.
    private bool DependsOnOthers => before.Others.Count > 0 && writes.Count > 0;

    private void AddArchive()
    {
        if (draft.Archived.Count == 0 || draft.Project is not { } project) return;
        writes.Add(Upsert(RecordKeys.ArchivePage(project.Id, project.ArchivePages - 1), new ArchivePage(draft.Archived), ""));
        foreach (var sessionId in draft.Archived) Forget(sessionId);
    }

    private void AddQueue()
    {
        if (before.Queue is { } known && !ReferenceEquals(draft.Queue, known.Value ?? SpawnQueue.Empty)) writes.Add(Upsert(known.Key, draft.Queue, known.ETag));
    }

    private void AddDay()
    {
        if (before.Day is { } known && draft.Day is { Projects.Count: > 0 } day && !ReferenceEquals(day, known.Value)) writes.Add(Upsert(known.Key, day, known.ETag));
    }

    // What nobody asks for any more once a session is archived or forgotten.
    private void Forget(string sessionId)
    {
        writes.Add(new DocumentWrite(RecordKeys.Messages(sessionId), null, null));
        writes.Add(new DocumentWrite(RecordKeys.SessionHistory(sessionId), null, null));
    }

    private void KeepUnreadable<T>(Loaded<T>? document)
        where T : class
    {
        if (document is not { Unreadable: { } bytes } || writes.TrueForAll(write => write.Key != document.Key)) return;
        var aside = RecordKeys.Corrupt(document.Key, draft.Now);
        writes.Add(Upsert(aside, bytes, null));
        draft.Record(new Happening(
            EventKinds.CorruptDetected,
            $"The record {document.Key} could not be read; its bytes are kept as {aside}",
            draft.Session?.ProjectId ?? draft.Project?.Id,
            draft.Session?.Id,
            Levels.Error,
            new JsonObject { ["key"] = document.Key, ["keptAs"] = aside, ["length"] = bytes.Length }));
    }

    private static DocumentWrite Upsert<T>(string key, T value, string? etag) =>
        new(key, JsonSerializer.SerializeToUtf8Bytes(value, AtheneJson.Options), etag);
}
