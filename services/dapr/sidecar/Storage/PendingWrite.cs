namespace Athene.Sidecar.Storage;

/// <summary>A write that waits for its commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the statements; the answer is held back until <see cref="Complete"/>.</summary>
    public abstract void Run(SqlSession sql);

    /// <summary>It has been committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception reason);
}
