using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>Held by the one supervisor of a home; the system lets go of it when that process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private static readonly TimeSpan LookingTakes = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(20);

    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock; null when another process keeps it, and does not only look whether it is free.</summary>
    public static async Task<RunLock?> TakeAsync(AtheneHome home, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (TryTake(home) is { } taken) return taken;
            if (time.GetElapsedTime(started) > LookingTakes) return null;
            await Task.Delay(RetryInterval, time, cancellationToken);
        }
    }

    /// <summary>Takes the lock; null when another process holds it.</summary>
    public static RunLock? TryTake(AtheneHome home)
    {
        Directory.CreateDirectory(home.RunDirectory);
        try
        {
            return new RunLock(new FileStream(Path.Combine(home.RunDirectory, "up.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            // A sharing violation is the answer "somebody has it"; there is no call that asks without trying.
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
