namespace Athene.TrackerBridge.Budget;

/// <summary>
/// Answers that hosts gave with an entity tag, so that they can be asked whether it still holds: that costs nothing. Tag and answer are one entry, so a
/// tag never stands for something that was not read in full.
/// </summary>
internal sealed class KnownAnswers
{
    private const int Most = 1000;

    private const int LargestBytes = 256 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, StoredAnswer Answer)>> known = [];
    private readonly LinkedList<(string Key, StoredAnswer Answer)> byUse = [];

    public StoredAnswer? Find(string key)
    {
        lock (gate)
        {
            if (!known.TryGetValue(key, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    public void Keep(string key, StoredAnswer answer)
    {
        if (answer.Headers.ETag is null || answer.Body.Length > LargestBytes) return;
        lock (gate)
        {
            if (known.Remove(key, out var before)) byUse.Remove(before);
            known[key] = byUse.AddFirst((key, answer));
            if (known.Count <= Most) return;
            known.Remove(byUse.Last!.Value.Key);
            byUse.RemoveLast();
        }
    }
}
