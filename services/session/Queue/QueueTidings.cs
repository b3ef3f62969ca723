using System.Text.Json.Nodes;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>Tells what a change of the queue means for the spawns in it, each thing once.</summary>
internal static class QueueTidings
{
    public static void Tell(LedgerDraft draft, SpawnQueue before)
    {
        foreach (var entry in draft.Queue.Entries.Where(entry => entry.Waits))
        {
            var known = before.Find(entry.OperationId);
            if (known is null or { Reason: "" }) draft.Record(Of(EventKinds.SpawnQueued, entry, $"{NameOf(entry)} waits: {entry.Reason}"));
            if (entry.Held && known is not { Held: true })
                draft.Record(Of(EventKinds.SpawnHeld, entry, $"{NameOf(entry)} is held: {entry.Reason}", Levels.Warn));
        }
    }

    public static Happening Of(string kind, QueuedEntry entry, string summary, string level = Levels.Info) => new(
        kind, summary, entry.ProjectId, Level: level,
        Data: new JsonObject { ["operationId"] = entry.OperationId, ["issue"] = entry.Issue, ["reason"] = entry.Reason });

    public static string NameOf(QueuedEntry entry) => entry.Issue is { } issue ? $"The spawn for issue {issue}" : $"The spawn {entry.OperationId}";
}
