using Athene.Contracts.Queue;

namespace Athene.Cli.Output;

/// <summary>Spawns that wait, as lines of text.</summary>
internal static class QueueTable
{
    public static void Write(TextWriter writer, IReadOnlyList<QueuedSpawn> waiting, DateTimeOffset now)
    {
        if (waiting.Count == 0)
        {
            writer.WriteLine("Nothing waits.");
            return;
        }

        var table = new TextTable("OPERATION", "PROJECT", "ISSUE", "PRIORITY", "AFTER", "SINCE", "WAITING FOR");
        foreach (var spawn in waiting)
        {
            table.Add(
                spawn.OperationId,
                spawn.ProjectId,
                spawn.Issue ?? "-",
                spawn.Priority.ToString().ToLowerInvariant(),
                spawn.After.Count == 0 ? "-" : string.Join(',', spawn.After),
                $"{Age.Of(now - spawn.Since)} ago",
                spawn.Place.Held ? $"a person: {spawn.Place.Reason}" : spawn.Place.Reason);
        }

        table.Write(writer);
    }

    public static string InWords(QueuePlace place)
    {
        var before = place.Before == 0 ? "" : $"{place.Before} before it, ";
        return place.Held ? $"{before}held: {place.Reason} (athene queue release, or cancel)" : before + place.Reason;
    }
}
