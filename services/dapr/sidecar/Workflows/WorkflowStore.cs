using Athene.Dapr.Protocol;
using Athene.Sidecar.Storage;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Workflows;

/// <summary>The event-sourced record of one app's workflows under way. Every method is one transaction.</summary>
internal sealed class WorkflowStore(SidecarDatabase database, string appId, WorkflowRetention retention, TimeProvider clock)
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

    /// <summary>A timer has fired; null when it is not there any more.</summary>
    public long? Fire(string id, int timerId, HistoryEvent fired) => database.Transact(sql =>
        sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2 AND timer = $3", appId, id, timerId) == 0 ? (long?)null : InsertInbox(sql, id, fired));

    /// <summary>When an instance that ends now, like this, is to be removed.</summary>
    public DateTimeOffset? ExpiryOf(OrchestrationStatus status) => clock.GetUtcNow() + retention.Of(status);

    /// <summary>Writes only a changed state.</summary>
    public void Write(WorkflowState state) => database.Transact(sql => WriteState(sql, state));

    /// <summary>Writes an answered turn; returns the new places of inbox events: those of a restart, those that came late, the outgoing ones.</summary>
    /// <param name="late">What arrived while the turn ran and is for the execution that a restart begins.</param>
    public List<long> Commit(WorkflowInstance instance, Turn turn, TurnResult result, IEnumerable<HistoryEvent> late, IReadOnlyList<OutgoingEvent> outgoing) => database.Transact(sql =>
    {
        var id = instance.Id;
        sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2 AND seq <= $3", appId, id, turn.LastSeq);
        var places = result.Restart is { } restart ? Restart(sql, id, [.. restart, .. late]) : [];
        var next = instance.Record!.History.Count;
        foreach (var item in result.Events)
            sql.Execute("INSERT INTO workflow_history (app, id, seq, event) VALUES ($1, $2, $3, $4)", appId, id, next++, item.ToByteArray());
        foreach (var activity in result.Activities)
            sql.Execute("INSERT OR REPLACE INTO workflow_task (app, id, task, execution, request) VALUES ($1, $2, $3, $4, $5)", appId, id, activity.TaskId, instance.ExecutionId, activity.ToByteArray());
        var isFinished = result.State.WorkflowStatus.IsFinished();
        if (result.Restart is not null || isFinished) sql.Execute("DELETE FROM workflow_timer WHERE app = $1 AND id = $2", appId, id);
        else foreach (var timer in result.Timers)
            sql.Execute("INSERT INTO workflow_timer (app, id, timer, event) VALUES ($1, $2, $3, $4)", appId, id, timer.EventId, timer.ToByteArray());
        if (isFinished) sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2", appId, id);
        WriteState(sql, result.State);
        places.AddRange(outgoing.Select(item => item.Event.ExecutionStarted is { } started ? Insert(sql, Pending(item.InstanceId, started), item.Event) : InsertInbox(sql, item.InstanceId, item.Event)));
        return places;
    });

    /// <summary>History and inbox of an instance.</summary>
    public InstanceRecord Load(string id) => database.Read(sql => new InstanceRecord(
        sql.All("SELECT event FROM workflow_history WHERE app = $1 AND id = $2 ORDER BY seq", ReadEvent, appId, id),
        sql.All(
            "SELECT seq, event FROM workflow_inbox WHERE app = $1 AND id = $2 ORDER BY seq",
            row => new InboxEvent(row.GetInt64(0), HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(1))), appId, id)));

    /// <summary>The instances that had not finished when the sidecar last stopped, without their records.</summary>
    public List<WorkflowInstance> Open() => database.Read(sql => sql.All(
        "SELECT state, (SELECT COUNT(*) FROM workflow_inbox AS inbox WHERE inbox.app = $1 AND inbox.id = workflow.id) FROM workflow WHERE app = $1 AND finished IS NULL",
        row => (State: WorkflowState.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), Unseen: row.GetInt32(1)), appId))
        .ConvertAll(row => new WorkflowInstance(row.State.InstanceId, row.State.ExecutionId ?? ExecutionOf(row.State.InstanceId), row.State.WorkflowStatus)
        {
            Unseen = row.Unseen,
            // A turn of theirs may be with a worker that answers this sidecar.
            HasStrayCopies = row.Unseen > 0,
        });

    /// <summary>The activities that had not been answered when the sidecar last stopped.</summary>
    public List<PendingActivity> Activities() => database.Read(sql => sql.All(
        "SELECT execution, request FROM workflow_task WHERE app = $1 ORDER BY id, task",
        row => new PendingActivity(row.GetString(0), ActivityRequest.Parser.ParseFrom(row.GetFieldValue<byte[]>(1))), appId));

    /// <summary>The timers that had not fired when the sidecar last stopped, by instance.</summary>
    public List<(string InstanceId, HistoryEvent Created)> Timers() => database.Read(sql => sql.All(
        "SELECT id, event FROM workflow_timer WHERE app = $1", row => (row.GetString(0), HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(1))), appId));

    /// <summary>The state of an instance that has not had its first turn. Dapr shows nothing of it but the id.</summary>
    public static WorkflowState Pending(string id, ExecutionStartedEvent started) =>
        new() { InstanceId = id, WorkflowStatus = OrchestrationStatus.Pending, ExecutionId = started.WorkflowInstance.ExecutionId };

    private string ExecutionOf(string id) => Load(id).Started?.WorkflowInstance.ExecutionId ?? "";

    private List<long> Restart(SqlSession sql, string id, List<HistoryEvent> beginning)
    {
        sql.Execute("DELETE FROM workflow_history WHERE app = $1 AND id = $2", appId, id);
        sql.Execute("DELETE FROM workflow_inbox WHERE app = $1 AND id = $2", appId, id);
        return beginning.ConvertAll(item => InsertInbox(sql, id, item));
    }

    private long Insert(SqlSession sql, WorkflowState state, HistoryEvent started)
    {
        WorkflowCatalog.Erase(sql, appId, state.InstanceId);
        WriteState(sql, state);
        return InsertInbox(sql, state.InstanceId, started);
    }

    private long InsertInbox(SqlSession sql, string id, HistoryEvent item) =>
        sql.First("INSERT INTO workflow_inbox (app, id, event) VALUES ($1, $2, $3) RETURNING seq", row => row.GetInt64(0), appId, id, item.ToByteArray());

    private void WriteState(SqlSession sql, WorkflowState state)
    {
        var now = clock.GetUtcNow();
        var isFinished = state.WorkflowStatus.IsFinished();
        sql.Execute(
            "INSERT OR REPLACE INTO workflow (app, id, status, created, finished, expires, state) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            appId, state.InstanceId, (int)state.WorkflowStatus, (state.CreatedTimestamp?.ToDateTimeOffset() ?? now).ToUnixTimeMilliseconds(),
            isFinished ? now.ToUnixTimeMilliseconds() : null, isFinished ? ExpiryOf(state.WorkflowStatus)?.ToUnixTimeMilliseconds() : null, state.ToByteArray());
    }

    private static HistoryEvent ReadEvent(SqliteDataReader row) => HistoryEvent.Parser.ParseFrom(row.GetFieldValue<byte[]>(0));
}
