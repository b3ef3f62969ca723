using System.Collections.Concurrent;

namespace Athene.Dapr.Tests.Actors;

/// <summary>Sees what actors do, and whether they do it one turn at a time.</summary>
internal sealed class TurnWatch
{
    private readonly ConcurrentQueue<string> notes = new();
    private int running;

    public IReadOnlyCollection<string> Notes => notes;

    public int MostAtOnce { get; private set; }

    public void Note(string what) => notes.Enqueue(what);

    public IDisposable Enter()
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
        return new Turn(this);
    }

    private sealed class Turn(TurnWatch watch) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref watch.running);
    }
}
