using Microsoft.Data.Sqlite;

namespace Athene.Session.Machine.Agents.OpenCode;

/// <summary>The database of OpenCode, read only; it may be written to at any time (SQLite, write-ahead log).</summary>
internal sealed class OpenCodeStore(string path)
{
    // Not pooled: a database that was replaced would be read as it was for ever. A locked one is read at the next look.
    private readonly string connection = new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1,
    }.ToString();

    public static OpenCodeStore In(AgentHomes homes, string workspace) => new(homes.Resolve("~/.local/share/opencode/opencode.db", workspace));

    /// <summary>Changes with every write; null when there is no database.</summary>
    public (DateTime, DateTime, long)? Stamp()
    {
        var database = new FileInfo(path);
        if (!database.Exists) return null;
        var log = new FileInfo($"{path}-wal");
        return log.Exists
            ? (database.LastWriteTimeUtc, log.LastWriteTimeUtc, log.Length)
            : (database.LastWriteTimeUtc, default, 0);
    }

    public SqliteConnection Open()
    {
        var opened = new SqliteConnection(connection);
        opened.Open();
        return opened;
    }

    /// <summary>The newest conversation that was begun in a workspace since a time, leaving out those of sub-agents; null when there is none.</summary>
    public static string? FindSession(SqliteConnection database, string workspace, DateTimeOffset since)
    {
        using var query = database.CreateCommand();
        query.CommandText = """
            SELECT id FROM session WHERE directory = $workspace AND parent_id IS NULL AND time_created >= $since ORDER BY time_created DESC LIMIT 1
            """;
        query.Parameters.AddWithValue("$workspace", workspace);
        query.Parameters.AddWithValue("$since", since.ToUnixTimeMilliseconds());
        return query.ExecuteScalar() as string;
    }
}
