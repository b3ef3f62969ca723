using Athene.Sidecar.Storage;

namespace Athene.Sidecar.PubSub;

/// <summary>
/// Keeps the table of messages as small as what is still due plus the newest <paramref name="count"/> settled ones. The floor is the id up to which
/// it has been tidied: below it a message lives only as long as somebody has to get it, so nothing is ever looked at twice.
/// </summary>
internal sealed class MessageRetention(int count)
{
    /// <summary>So many ids are tidied at once, when there are so many more than are to be kept.</summary>
    private const int Step = 100;

    /// <summary>The most that one call looks at, so that a transaction stays short.</summary>
    private const int MaxStep = 1_000;

    /// <summary>After messages were added: removes the oldest settled ones beyond the number to be kept.</summary>
    public void RemoveSurplus(SqlSession sql)
    {
        var floor = Floor(sql);
        var surplus = sql.First("SELECT max(id) FROM message", row => row.IsDBNull(0) ? 0 : row.GetInt64(0)) - count - floor;
        if (surplus >= Step) Raise(sql, floor, floor + Math.Min(surplus, MaxStep));
    }

    /// <summary>Removes some settled messages published before <paramref name="limit"/> (Unix milliseconds); says whether there may be more.</summary>
    public static bool RemoveSettled(SqlSession sql, long limit)
    {
        var floor = Floor(sql);
        var old = sql.All("SELECT id, published FROM message WHERE id > $1 ORDER BY id LIMIT $2", row => (Id: row.GetInt64(0), Published: row.GetInt64(1)), floor, MaxStep)
            .TakeWhile(message => message.Published < limit).ToList();
        if (old.Count > 0) Raise(sql, floor, old[^1].Id);
        return old.Count == MaxStep;
    }

    /// <summary>After a delivery was settled: the message goes if it was kept for that alone.</summary>
    public static void RemoveIfOverdue(SqlSession sql, long id) => sql.Execute(
        "DELETE FROM message WHERE id = $1 AND id <= (SELECT id FROM message_floor) AND NOT EXISTS (SELECT 1 FROM delivery WHERE message = $1)", id);

    /// <summary>Removes messages whose time to live is over at <paramref name="now"/> (Unix milliseconds), whoever still waits for them.</summary>
    public static void RemoveExpired(SqlSession sql, long now)
    {
        sql.Execute("DELETE FROM delivery WHERE message IN (SELECT id FROM message WHERE expires <= $1)", now);
        sql.Execute("DELETE FROM message WHERE expires <= $1", now);
    }

    private static long Floor(SqlSession sql) => sql.First("SELECT id FROM message_floor", row => row.GetInt64(0));

    private static void Raise(SqlSession sql, long from, long to)
    {
        sql.Execute("DELETE FROM message WHERE id > $1 AND id <= $2 AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.message = message.id)", from, to);
        sql.Execute("UPDATE message_floor SET id = $1", to);
    }
}
