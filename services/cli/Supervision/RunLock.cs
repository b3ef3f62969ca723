using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>Held by the one supervisor of a home; the system lets go of it when that process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

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
