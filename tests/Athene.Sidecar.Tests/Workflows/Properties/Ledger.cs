namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>The world outside the workflows: survives every crash, and does the same thing under the same key only once.</summary>
public sealed class Ledger
{
    private readonly Dictionary<string, List<string>> keys = [];

    /// <summary>How many different times each named thing was done, whatever the number of deliveries.</summary>
    public SortedDictionary<string, int> Effects => new(keys.ToDictionary(entry => entry.Key, entry => entry.Value.Count), StringComparer.Ordinal);

    /// <summary>Does the thing <paramref name="name"/>; the answer is which attempt this is, from 0, and the same again for the same key.</summary>
    public int Do(string name, string key)
    {
        if (!keys.TryGetValue(name, out var known)) keys[name] = known = [];
        if (!known.Contains(key)) known.Add(key);
        return known.IndexOf(key);
    }
}
