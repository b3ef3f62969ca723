namespace Athene.Session.Hooks;

/// <summary>The ids of the facts that came last, so that none has its effect twice.</summary>
internal sealed class SeenFacts
{
    private const int Most = 10_000;

    private readonly Lock turn = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public bool Contains(string id)
    {
        lock (turn) return known.Contains(id);
    }

    public void Add(string id)
    {
        lock (turn)
        {
            if (!known.Add(id)) return;
            order.Enqueue(id);
            if (order.Count > Most) known.Remove(order.Dequeue());
        }
    }
}
