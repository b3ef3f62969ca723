using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Looks into the state file of a sidecar that has stopped.</summary>
internal static class StoredRows
{
    /// <summary>How many rows each table has.</summary>
    public static IReadOnlyDictionary<string, long> Count(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        List<string> tables = [];
        using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
            using var reader = list.ExecuteReader();
            while (reader.Read()) tables.Add(reader.GetString(0));
        }

        return tables.ToDictionary(table => table, table => CountOne(connection, table));
    }

    private static long CountOne(SqliteConnection connection, string table)
    {
        using var count = connection.CreateCommand();
        // The name comes from the file's own list of tables.
#pragma warning disable CA2100
        count.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)count.ExecuteScalar()!;
    }
}
