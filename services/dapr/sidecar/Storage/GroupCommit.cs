namespace Athene.Sidecar.Storage;

/// <summary>
/// Lets writes that come at the same time share one commit, and so one fsync. The first writer leads: it commits what has gathered;
/// meanwhile the next group gathers. Nobody waits for company.
/// </summary>
internal sealed class GroupCommit(SidecarDatabase database)
{
    private readonly Lock gate = new();
    private List<PendingWrite> gathering = [];
    private bool isLed;

    /// <summary>
    /// Completes when <paramref name="work"/> is committed. An exception undoes it alone; then the others of its group are run again, so that work
    /// must do nothing but statements.
    /// </summary>
    public Task<T> AddAsync<T>(Func<SqlSession, T> work)
    {
        var write = new PendingWrite<T>(work);
        lock (gate)
        {
            gathering.Add(write);
            if (isLed) return write.Task;
            isLed = true;
        }

        Lead();
        return write.Task;
    }

    private void Lead()
    {
        List<PendingWrite> group;
        lock (gate)
        {
            group = gathering;
            gathering = [];
        }

        Commit(group);
        lock (gate)
        {
            isLed = gathering.Count > 0;
            if (!isLed) return;
        }

        // On another thread: the caller of this one has its answer.
        ThreadPool.QueueUserWorkItem(_ => Lead());
    }

    private void Commit(List<PendingWrite> group)
    {
        try
        {
            database.Transact(sql => group.ForEach(write => write.Run(sql)));
            group.ForEach(write => write.Complete());
        }
        catch (Exception e) when (group.Count == 1)
        {
            group[0].Fail(e);
        }
        catch (Exception)
        {
            group.ForEach(write => Commit([write]));
        }
    }
}
