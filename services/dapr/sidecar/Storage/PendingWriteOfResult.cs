namespace Athene.Sidecar.Storage;

/// <summary>A write that waits for its commit, and what it will answer.</summary>
internal sealed class PendingWrite<T>(Func<SqlSession, T> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => source.Task;

    public override void Run(SqlSession sql) => result = work(sql);

    public override void Complete() => source.SetResult(result!);

    public override void Fail(Exception reason) => source.SetException(reason);
}
