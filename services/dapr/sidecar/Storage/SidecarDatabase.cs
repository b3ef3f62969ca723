using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Storage;

/// <summary>
/// The sidecar's one database file. There is a single connection and everything on it is serialized: a commit costs
/// tens of microseconds (WAL, <c>synchronous=NORMAL</c>; with <c>FULL</c> it costs an fsync), which is less than a hand-over to a writer thread would.
/// What is committed survives the death of the process; <see cref="Synchronous"/> says whether it survives power loss too.
/// </summary>
internal sealed class SidecarDatabase : IDisposable
{
    /// <summary>How long to wait for another sidecar that is just stopping to let go of the file, in seconds.</summary>
    private const int BusySeconds = 3;

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqlSession session;
    private readonly GroupCommit group;

    private SidecarDatabase(SqliteConnection connection)
    {
        this.connection = connection;
        session = new SqlSession(connection);
        group = new GroupCommit(this);
    }

    /// <summary>Opens <c>sidecar.db</c> in <paramref name="directory"/>, creating both if need be.</summary>
    /// <exception cref="SidecarStartException">Another sidecar holds the file, or it is not usable.</exception>
    public static SidecarDatabase Open(string directory, Synchronous synchronous = Synchronous.Normal)
    {
        var path = Path.Combine(directory, "sidecar.db");
        try
        {
            Directory.CreateDirectory(directory);
            return Open(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }, synchronous);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteBusy or SqliteLocked)
        {
            throw new SidecarStartException($"The state file {path} is in use by another sidecar. Stop that one, or give this one its own stateDirectory.", e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SidecarStartException($"The state file {path} cannot be opened: {e.Message}", e);
        }
    }

    private static SidecarDatabase Open(SqliteConnectionStringBuilder file, Synchronous synchronous)
    {
        var database = new SidecarDatabase(new SqliteConnection(file.ToString()));
        try
        {
            database.connection.Open();
            SidecarSchema.Apply(database.session, synchronous);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction; an exception rolls everything back.</summary>
    public T Transact<T>(Func<SqlSession, T> work)
    {
        lock (gate)
        {
            session.Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work(session);
                session.Execute("COMMIT");
                return result;
            }
            catch
            {
                // A full disk has made SQLite roll back by itself.
                if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) session.Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction; an exception rolls everything back.</summary>
    public void Transact(Action<SqlSession> work) => Transact(sql =>
    {
        work(sql);
        return true;
    });

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction that it may share with other writers; completes when that is committed. An exception rolls
    /// back this work alone. It may be run a second time and so must do nothing but statements.
    /// </summary>
    public Task<T> TransactAsync<T>(Func<SqlSession, T> work) => group.AddAsync(work);

    /// <summary>Runs a reading <paramref name="work"/>.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        lock (gate) return work(session);
    }

    public void Dispose()
    {
        lock (gate)
        {
            session.Dispose();
            connection.Dispose();
        }
    }
}
