using Athene.Dapr.Protocol;
using Athene.Sidecar.Storage;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Workflows;

/// <summary>The event-sourced record of one app's workflows. Every method is one transaction.</summary>
internal sealed class WorkflowStore(SidecarDatabase database, string appId, TimeProvider clock)
{
    /// <summary>Writes a new instance in the place of a finished one of the same id; returns the place of its first event.</summary>
    public long Create(WorkflowState state, HistoryEvent started) => database.Transact(sql => Insert(sql, state, started));

    /// <summary>Writes an event for an instance; returns its place.</summary>
    public long Append(string id, HistoryEvent item) => database.Transact(sql => InsertInbox(sql, id, item));

    /// <summary>An activity has been answered: the request goes and, unless nobody waits for it any more, the answer comes.</summary>
    public long? Answer(ActivityKey key, HistoryEvent? answer) => database.Transact(sql =>
    {
        sql.Execute("DELETE FROM workflow_task WHERE app = $1 AND id = $2 AND task = $3", appId, key.InstanceId, key.TaskId);
        return answer is null ? (long?)null : InsertInbox(sql, key.InstanceId, answer);
    });

    /// <summary>A timer has fired.</summary>
    public long Fire(string id, int timerId, HistoryEvent fired) => database.Transact(sql =>
    {
        sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2 AND timer = $3", appId, id, timerId);
        return InsertInbox(sql, id, fired);
    });

    /// <summary>Writes an answered turn; returns the new places of inbox events: those of a restart, those that came late, the outgoing ones.</summary>
    public List<long> Commit(WorkflowInstance instance, Turn turn, TurnResult result, IReadOnlyList<OutgoingEvent> outgoing) => database.Transact(sql =>
    {
        var id = instance.Id;
        List<long> places = [];
        sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2 AND seq <= $3", appId, id, turn.LastSeq);
        if (result.Restart is { } restart)
        {
            sql.Execute("DELETE FROM workflow_history WHERE app = $1 AND id = $2", appId, id);
            // What arrived while the turn ran comes behind the events of the new execution.
            var late = sql.All("SELECT seq FROM workflow_inbox WHERE app = $1 AND id = $2 ORDER BY seq", row => row.GetInt64(0), appId, id);
            places.AddRange(restart.Select(item => InsertInbox(sql, id, item)));
            foreach (var seq in late)
            {
                sql.Execute("INSERT INTO workflow_inbox (app, id, event) SELECT app, id, event FROM workflow_inbox WHERE seq = $1", seq);
                places.Add(sql.First("SELECT last_insert_rowid()", row => row.GetInt64(0)));
                sql.Execute("DELETE FROM workflow_inbox WHERE seq = $1", seq);
            }
        }

        for (var i = 0; i < result.Events.Count; i++)
            sql.Execute("INSERT INTO workflow_history (app, id, seq, event) VALUES ($1, $2, $3, $4)", appId, id, instance.History.Count + i, result.Events[i].ToByteArray());
        foreach (var activity in result.Activities)
            sql.Execute("INSERT OR REPLACE INTO workflow_task (app, id, task, execution, request) VALUES ($1, $2, $3, $4, $5)", appId, id, activity.TaskId, instance.ExecutionId, activity.ToByteArray());
        if (result.Restart is not null || result.State.WorkflowStatus.IsFinished())
            sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2", appId, id);
        else foreach (var timer in result.Timers)
            sql.Execute("INSERT INTO workflow_timer (app, id, timer, event) VALUES ($1, $2, $3, $4)", appId, id, timer.EventId, timer.ToByteArray());
        if (result.State.WorkflowStatus.IsFinished()) sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2", appId, id);
        WriteState(sql, result.State);
        places.AddRange(outgoing.Select(item => item.Event.ExecutionStarted is null ? InsertInbox(sql, item.InstanceId, item.Event) : Insert(sql, PendingState(item.InstanceId), item.Event)));
        return places;
    });

    /// <summary>The state of an instance, finished or not.</summary>
    public WorkflowState? Find(string id) => database.Read(sql => sql.First("SELECT state FROM workflow WHERE app = $1 AND id = $2", ReadState, appId, id));

    public List<HistoryEvent> History(string id) => database.Read(sql =>
        sql.All("SELECT event FROM workflow_history WHERE app = $1 AND id = $2 ORDER BY seq", ReadEvent, appId, id));

    public List<string> Ids(int offset, int limit) => database.Read(sql =>
        sql.All("SELECT id FROM workflow WHERE app = $1 ORDER BY id LIMIT $2 OFFSET $3", row => row.GetString(0), appId, limit, offset));

    /// <summary>Ids of finished instances: those created within the given times, or those finished before one.</summary>
    public List<string> FinishedIds(long createdFrom, long createdTo, long finishedBefore) => database.Read(sql => sql.All(
        "SELECT id FROM workflow WHERE app = $1 AND finished IS NOT NULL AND finished < $4 AND created BETWEEN $2 AND $3",
        row => row.GetString(0), appId, createdFrom, createdTo, finishedBefore));

    public void Purge(string id) => database.Transact(sql =>
    {
        Erase(sql, id);
        sql.Execute("DELETE FROM workflow_task WHERE app = $1 AND id = $2", appId, id);
    });

    /// <summary>Everything that was under way when the sidecar last stopped.</summary>
    public (List<WorkflowInstance> Instances, List<PendingActivity> Activities) Load() => database.Read(sql =>
    {
        var instances = sql.All("SELECT state FROM workflow WHERE app = $1 AND finished IS NULL", ReadState, appId).Select(state => LoadInstance(sql, state)).ToList();
        var activities = sql.All(
            "SELECT execution, request FROM workflow_task WHERE app = $1 ORDER BY id, task",
            row => new PendingActivity(row.GetString(0), ActivityRequest.Parser.ParseFrom(row.GetFieldValue<byte[]>(1))), appId);
        return (instances, activities);
    });

    /// <summary>The state of an instance that has not had its first turn: Dapr shows nothing else of it.</summary>
    public static WorkflowState PendingState(string id) => new() { InstanceId = id, WorkflowStatus = OrchestrationStatus.Pending };

    private WorkflowInstance LoadInstance(SqlSession sql, WorkflowState state)
    {
        var instance = new WorkflowInstance(state, "");
        instance.History.AddRange(sql.All("SELECT event FROM workflow_history WHERE app = $1 AND id = $2 ORDER BY seq", ReadEvent, appId, state.InstanceId));
        instance.Inbox.AddRange(sql.All(
            "SELECT seq, event FROM workflow_inbox WHERE app = $1 AND id = $2 ORDER BY seq",
            row => new InboxEvent(row.GetInt64(0), HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(1))), appId, state.InstanceId));
        foreach (var timer in sql.All("SELECT event FROM workflow_timer WHERE app = $1 AND id = $2", ReadEvent, appId, state.InstanceId))
            instance.Timers[timer.EventId] = timer;
        instance.ExecutionId = instance.Started?.WorkflowInstance.ExecutionId ?? "";
        return instance;
    }

    private long Insert(SqlSession sql, WorkflowState state, HistoryEvent started)
    {
        Erase(sql, state.InstanceId);
        WriteState(sql, state);
        return InsertInbox(sql, state.InstanceId, started);
    }

    private long InsertInbox(SqlSession sql, string id, HistoryEvent item)
    {
        sql.Execute("INSERT INTO workflow_inbox (app, id, event) VALUES ($1, $2, $3)", appId, id, item.ToByteArray());
        return sql.First("SELECT last_insert_rowid()", row => row.GetInt64(0));
    }

    private void WriteState(SqlSession sql, WorkflowState state) => sql.Execute(
        "INSERT OR REPLACE INTO workflow (app, id, status, created, finished, state) VALUES ($1, $2, $3, $4, $5, $6)",
        appId, state.InstanceId, (int)state.WorkflowStatus, state.CreatedTimestamp?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? Now(),
        state.WorkflowStatus.IsFinished() ? Now() : null, state.ToByteArray());

    private void Erase(SqlSession sql, string id)
    {
        sql.Execute("DELETE FROM workflow WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_history WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2", appId, id);
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static WorkflowState ReadState(SqliteDataReader row) => WorkflowState.Parser.ParseFrom(row.GetFieldValue<byte[]>(0));

    private static HistoryEvent ReadEvent(SqliteDataReader row) => HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(0));
}
