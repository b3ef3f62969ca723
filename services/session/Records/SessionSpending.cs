namespace Athene.Session.Records;

/// <summary>What a session has used, over all its agent's conversations.</summary>
/// <param name="Conversations">The highest total that each conversation has told; agents count from its beginning.</param>
public sealed record SessionSpending(IReadOnlyDictionary<string, Amount> Conversations)
{
    /// <summary>What was said of the session's own budget, so that it is said once however many days it works.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    public static SessionSpending Nothing { get; } = new(new Dictionary<string, Amount>());

    /// <summary>Of the whole session, restores included.</summary>
    public Amount Total => Conversations.Values.Aggregate(default(Amount), (sum, one) => sum + one);

    /// <summary>With what a conversation tells now, and how much of that is new.</summary>
    public (SessionSpending After, Amount More) With(string conversation, Amount total)
    {
        var known = Conversations.GetValueOrDefault(conversation);
        var more = total.Beyond(known);
        return more == default
            ? (this, default)
            : (this with { Conversations = new Dictionary<string, Amount>(Conversations) { [conversation] = known + more } }, more);
    }
}
