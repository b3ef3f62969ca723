namespace Athene.Sidecar.Storage;

/// <summary>The tables, and the settings that make the file durable against the death of the process and fast.</summary>
internal static class SidecarSchema
{
    private const int Version = 2;

    public static void Apply(SqlSession sql, Synchronous synchronous)
    {
        // EXCLUSIVE: one sidecar a file, told at start instead of found out by two engines running the same workflows.
        sql.First("PRAGMA locking_mode = EXCLUSIVE", row => row.GetString(0));
        sql.First("PRAGMA journal_mode = WAL", row => row.GetString(0));
        sql.Execute(synchronous == Synchronous.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        var found = sql.First("PRAGMA user_version", row => row.GetInt32(0));
        if (found > Version)
            throw new SidecarStartException($"The state file was written by a newer Athene (schema {found}, this one knows {Version}). Use that version, or another stateDirectory.");
        if (found < 1) foreach (var statement in FirstVersion) sql.Execute(statement);
        if (found < 2) foreach (var statement in SecondVersion) sql.Execute(statement);
        sql.Execute($"PRAGMA user_version = {Version}");
    }

    private static readonly string[] FirstVersion =
    [
        """
        CREATE TABLE state (store TEXT, key TEXT, value TEXT NOT NULL, etag TEXT NOT NULL, expires INTEGER,
            PRIMARY KEY (store, key)) WITHOUT ROWID
        """,
        "CREATE INDEX state_expires ON state (expires) WHERE expires IS NOT NULL",
        """
        CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, pubsub TEXT NOT NULL, topic TEXT NOT NULL, body BLOB NOT NULL,
            metadata TEXT NOT NULL, trace TEXT, expires INTEGER, published INTEGER NOT NULL)
        """,
        "CREATE INDEX message_topic ON message (pubsub, topic)",
        "CREATE TABLE subscription (app TEXT, pubsub TEXT, topic TEXT, PRIMARY KEY (app, pubsub, topic)) WITHOUT ROWID",
        """
        CREATE TABLE delivery (app TEXT, pubsub TEXT, topic TEXT, message INTEGER,
            PRIMARY KEY (app, pubsub, topic, message)) WITHOUT ROWID
        """,
        "CREATE INDEX delivery_message ON delivery (message)",
        """
        CREATE TABLE workflow (app TEXT, id TEXT, status INTEGER NOT NULL, created INTEGER NOT NULL, finished INTEGER, state BLOB NOT NULL,
            PRIMARY KEY (app, id)) WITHOUT ROWID
        """,
        "CREATE TABLE workflow_history (app TEXT, id TEXT, seq INTEGER, event BLOB NOT NULL, PRIMARY KEY (app, id, seq)) WITHOUT ROWID",
        "CREATE TABLE workflow_inbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, app TEXT NOT NULL, id TEXT NOT NULL, event BLOB NOT NULL)",
        "CREATE INDEX workflow_inbox_instance ON workflow_inbox (app, id, seq)",
        """
        CREATE TABLE workflow_task (app TEXT, id TEXT, task INTEGER, execution TEXT NOT NULL, request BLOB NOT NULL,
            PRIMARY KEY (app, id, task)) WITHOUT ROWID
        """,
        "CREATE TABLE workflow_timer (app TEXT, id TEXT, timer INTEGER, event BLOB NOT NULL, PRIMARY KEY (app, id, timer)) WITHOUT ROWID",
    ];

    private static readonly string[] SecondVersion =
    [
        // Up to the floor only those messages are left that somebody still has to get.
        "CREATE TABLE message_floor (id INTEGER NOT NULL)",
        "INSERT INTO message_floor (id) VALUES (0)",
        "CREATE INDEX message_expires ON message (expires) WHERE expires IS NOT NULL",
        """
        CREATE TABLE actor_reminder (version INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
            data BLOB, due_time TEXT NOT NULL, period TEXT NOT NULL, next INTEGER NOT NULL, ticks_left INTEGER, expires INTEGER,
            retry_interval INTEGER, max_retries INTEGER, UNIQUE (type, id, name))
        """,
        // When a finished instance is to be removed.
        "ALTER TABLE workflow ADD COLUMN expires INTEGER",
        "CREATE INDEX workflow_expires ON workflow (app, expires) WHERE expires IS NOT NULL",
    ];
}
