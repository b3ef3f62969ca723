namespace Athene.Session.Queue;

/// <summary>The spawns that began so lately that what they take is not to be seen in the machine's free memory yet.</summary>
public sealed class RecentStarts(TimeProvider time)
{
    /// <summary>How long an agent takes to grow to its usual size.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> begun = [];

    public void Add(string operationId)
    {
        lock (begun) begun.TryAdd(operationId, time.GetTimestamp());
    }

    public IReadOnlySet<string> Now()
    {
        lock (begun)
        {
            foreach (var old in begun.Where(start => time.GetElapsedTime(start.Value) >= Window).Select(start => start.Key).ToList()) begun.Remove(old);
            return begun.Keys.ToHashSet();
        }
    }
}
