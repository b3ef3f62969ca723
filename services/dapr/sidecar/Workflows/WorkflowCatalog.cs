using Athene.Dapr.Protocol;
using Athene.Sidecar.Storage;

namespace Athene.Sidecar.Workflows;

/// <summary>One app's instances to look up and to remove, finished or not. Needs no lock of the engine's.</summary>
internal sealed class WorkflowCatalog(SidecarDatabase database, string appId)
{
    /// <summary>How many instances one transaction removes: others get their turn between two of them.</summary>
    private const int Batch = 100;

    public WorkflowState? Find(string id) => database.Read(sql => sql.First("SELECT state FROM workflow WHERE app = $1 AND id = $2", row => WorkflowState.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), appId, id));

    public List<HistoryEvent> History(string id) => database.Read(sql =>
        sql.All("SELECT event FROM workflow_history WHERE app = $1 AND id = $2 ORDER BY seq", row => HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), appId, id));

    /// <summary>Ids in order, from behind <paramref name="after"/>.</summary>
    public List<string> Ids(string after, int limit) => database.Read(sql =>
        sql.All("SELECT id FROM workflow WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3", row => row.GetString(0), appId, after, limit));

    /// <summary>Removes an instance if it has finished, and says whether.</summary>
    public bool Purge(string id) => database.Transact(sql => Purge(sql, id));

    /// <summary>Removes the finished instances that were created between the two times (in milliseconds since 1970) and have one of the statuses; returns which.</summary>
    public List<string> Purge(long createdFrom, long createdTo, IReadOnlyCollection<OrchestrationStatus> statuses)
    {
        List<string> purged = [];
        for (var after = ""; ;)
        {
            var page = database.Transact(sql =>
            {
                var finished = sql.All(
                    "SELECT id, status FROM workflow WHERE app = $1 AND finished IS NOT NULL AND created BETWEEN $2 AND $3 AND id > $4 ORDER BY id LIMIT $5",
                    row => (Id: row.GetString(0), Status: (OrchestrationStatus)row.GetInt32(1)), appId, createdFrom, createdTo, after, Batch);
                purged.AddRange(finished.Where(item => (statuses.Count == 0 || statuses.Contains(item.Status)) && Purge(sql, item.Id)).Select(item => item.Id));
                return finished;
            });
            if (page.Count < Batch) return purged;
            after = page[^1].Id;
        }
    }

    /// <summary>Removes some of the instances whose retention has ended by <paramref name="now"/>; returns which.</summary>
    public List<string> PurgeExpired(DateTimeOffset now) => database.Transact(sql => sql
        .All("SELECT id FROM workflow WHERE app = $1 AND expires <= $2 LIMIT $3", row => row.GetString(0), appId, now.ToUnixTimeMilliseconds(), Batch)
        .FindAll(id => Purge(sql, id)));

    /// <summary>When the next instance is to be removed.</summary>
    public DateTimeOffset? NextExpiry() => database.Read(sql => sql.First("SELECT MIN(expires) FROM workflow WHERE app = $1 AND expires IS NOT NULL", row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), appId));

    /// <summary>Gives a retention to the instances that finished under a version which did not write one.</summary>
    public void Adopt(TimeSpan retention) => database.Transact(sql =>
    {
        sql.Execute("UPDATE workflow SET expires = finished + $2 WHERE app = $1 AND finished IS NOT NULL AND expires IS NULL", appId, (long)retention.TotalMilliseconds);
    });

    /// <summary>Removes an instance, however it stands.</summary>
    public void PurgeByForce(string id) => database.Transact(sql => EraseAll(sql, id));

    /// <summary>Removes everything of an instance but the activities that workers may still have.</summary>
    public static void Erase(SqlSession sql, string appId, string id)
    {
        sql.Execute("DELETE FROM workflow WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_history WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2", appId, id);
    }

    private bool Purge(SqlSession sql, string id)
    {
        if (!sql.First("SELECT finished IS NOT NULL FROM workflow WHERE app = $1 AND id = $2", row => row.GetBoolean(0), appId, id)) return false;
        EraseAll(sql, id);
        return true;
    }

    private void EraseAll(SqlSession sql, string id)
    {
        Erase(sql, appId, id);
        sql.Execute("DELETE FROM workflow_task WHERE app = $1 AND id = $2", appId, id);
    }
}
