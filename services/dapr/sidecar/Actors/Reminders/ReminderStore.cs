using Athene.Sidecar.Actors.Callbacks;
using Athene.Sidecar.Storage;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Actors.Reminders;

/// <summary>The reminders that are still to come, in the sidecar's database.</summary>
internal sealed class ReminderStore(SidecarDatabase database)
{
    private const string Columns = "version, type, id, name, data, due_time, period, next, ticks_left, expires, retry_interval, max_retries";

    /// <summary>Stores a reminder; null when there is one of that name and it is not to be overwritten.</summary>
    public long? Add(ReminderRequest request, TickSchedule schedule) => database.Transact<long?>(sql =>
    {
        if (!request.Overwrite && Find(sql, request.Key) is not null) return null;
        sql.Execute(
            """
            INSERT OR REPLACE INTO actor_reminder (type, id, name, data, due_time, period, next, ticks_left, expires, retry_interval, max_retries)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            request.Key.Actor.Type, request.Key.Actor.Id, request.Key.Name, request.Data, request.DueTime, request.Period, schedule.Next.ToUnixTimeMilliseconds(),
            schedule.Left, schedule.Expires?.ToUnixTimeMilliseconds(), (long?)request.FailurePolicy.Interval?.TotalMilliseconds, request.FailurePolicy.MaxRetries);
        return sql.First("SELECT last_insert_rowid()", row => row.GetInt64(0));
    });

    public Reminder? Find(ReminderKey key) => database.Read(sql => Find(sql, key));

    /// <summary>The reminder, unless it has been deleted or overwritten.</summary>
    public Reminder? Find(long version) => database.Read(sql => sql.First($"SELECT {Columns} FROM actor_reminder WHERE version = $1", Read, version));

    /// <summary>Stores how the reminder goes on; false when it has been deleted or overwritten.</summary>
    public bool Update(long version, TickSchedule schedule) => database.Transact(sql => sql.Execute(
        "UPDATE actor_reminder SET next = $2, ticks_left = $3 WHERE version = $1", version, schedule.Next.ToUnixTimeMilliseconds(), schedule.Left)) > 0;

    public void Remove(ReminderKey key) => database.Transact(sql => sql.Execute(
        "DELETE FROM actor_reminder WHERE type = $1 AND id = $2 AND name = $3", key.Actor.Type, key.Actor.Id, key.Name));

    public void Remove(long version) => database.Transact(sql => sql.Execute("DELETE FROM actor_reminder WHERE version = $1", version));

    /// <summary>Forgets what has expired, and says when each of the others is due.</summary>
    public IReadOnlyList<(DueReminder Reminder, DateTimeOffset Due)> Load(DateTimeOffset now) => database.Transact(sql =>
    {
        sql.Execute("DELETE FROM actor_reminder WHERE expires < $1", now.ToUnixTimeMilliseconds());
        return sql.All(
            "SELECT version, type, next FROM actor_reminder ORDER BY next",
            row => (new DueReminder(row.GetInt64(0), row.GetString(1), Failures: 0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))));
    });

    private static Reminder? Find(SqlSession sql, ReminderKey key) => sql.First(
        $"SELECT {Columns} FROM actor_reminder WHERE type = $1 AND id = $2 AND name = $3", Read, key.Actor.Type, key.Actor.Id, key.Name);

    private static Reminder Read(SqliteDataReader row) => new(
        row.GetInt64(0), new ReminderKey(new ActorKey(row.GetString(1), row.GetString(2)), row.GetString(3)),
        row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.GetString(5),
        new TickSchedule(Time(row.GetInt64(7)), TickPeriod.Parse(row.GetString(6)), row.IsDBNull(8) ? null : row.GetInt32(8), row.IsDBNull(9) ? null : Time(row.GetInt64(9))),
        new FailurePolicy(row.IsDBNull(10) ? null : TimeSpan.FromMilliseconds(row.GetInt64(10)), row.IsDBNull(11) ? null : row.GetInt32(11)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
