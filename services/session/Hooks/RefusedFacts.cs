namespace Athene.Session.Hooks;

/// <summary>How often the fact that a session waits behind was refused in a row.</summary>
internal sealed class RefusedFacts
{
    private readonly Dictionary<string, (string FactId, int Times)> refused = new(StringComparer.Ordinal);

    /// <returns>How often by now.</returns>
    public int Count(string sessionId, string factId)
    {
        var times = refused.TryGetValue(sessionId, out var last) && last.FactId == factId ? last.Times + 1 : 1;
        refused[sessionId] = (factId, times);
        return times;
    }

    public void Forget(string sessionId) => refused.Remove(sessionId);
}
