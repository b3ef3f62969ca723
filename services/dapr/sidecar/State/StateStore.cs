using Athene.Sidecar.Storage;

namespace Athene.Sidecar.State;

/// <summary>Keys, values and versions, with the rules of Dapr's <c>state.sqlite</c>.</summary>
internal sealed class StateStore(SidecarDatabase database, TimeProvider clock)
{
    public StateEntry? Get(string store, string key) => database.Read(sql => Find(sql, store, key));

    public IReadOnlyList<StateEntry?> GetMany(string store, IReadOnlyList<string> keys) =>
        database.Read(sql => keys.Select(key => Find(sql, store, key)).ToList());

    /// <summary>Writes each change for itself; says how many were refused because of their ETag.</summary>
    public int WriteEach(string store, IReadOnlyList<StateChange> changes) =>
        database.Transact(sql => changes.Count(change => !Apply(sql, store, change)));

    /// <summary>Writes all changes or, when one is refused because of its ETag, none.</summary>
    public bool WriteAll(string store, IReadOnlyList<StateChange> changes)
    {
        try
        {
            database.Transact(sql =>
            {
                if (changes.Any(change => !Apply(sql, store, change))) throw new ETagRefusedException();
            });
            return true;
        }
        catch (ETagRefusedException)
        {
            return false;
        }
    }

    /// <summary>Removes what has expired. Reading never shows it, so this only gives the space back.</summary>
    public void RemoveExpired() => database.Transact(sql => sql.Execute("DELETE FROM state WHERE expires <= $1", Now()));

    private StateEntry? Find(SqlSession sql, string store, string key) => sql.First(
        "SELECT value, etag, expires FROM state WHERE store = $1 AND key = $2 AND (expires IS NULL OR expires > $3)",
        row => new StateEntry(row.GetFieldValue<byte[]>(0), row.GetString(1), row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
        store, key, Now());

    private bool Apply(SqlSession sql, string store, StateChange change)
    {
        if (change.ETag is not null || change.FirstWrite)
        {
            var present = Find(sql, store, change.Key);
            if (change.ETag is null ? present is not null : present?.ETag != change.ETag) return false;
        }

        if (change.Value is null)
        {
            sql.Execute("DELETE FROM state WHERE store = $1 AND key = $2", store, change.Key);
            return true;
        }

        sql.Execute(
            "INSERT OR REPLACE INTO state (store, key, value, etag, expires) VALUES ($1, $2, $3, $4, $5)",
            store, change.Key, change.Value, Guid.NewGuid().ToString(), change.TimeToLive is { } life ? Now() + (long)life.TotalMilliseconds : null);
        return true;
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed class ETagRefusedException : Exception;
}
