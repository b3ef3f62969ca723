namespace Athene.TrackerBridge.Budget;

/// <summary>What a host said last about one of its counts.</summary>
public sealed record Allowance(int Limit, int Remaining, DateTimeOffset ResetsAt)
{
    /// <summary>Hosts tell the end of a period in whole seconds, by clocks of several machines.</summary>
    private static readonly TimeSpan Blur = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What is known after another answer. Answers overtake each other: within one period, the smaller number is the newer one, and what is told of a period
    /// before says nothing of this one.
    /// </summary>
    public Allowance With(Allowance told)
    {
        if (told.ResetsAt < ResetsAt - Blur) return this;
        return told.ResetsAt > ResetsAt + Blur || told.Limit != Limit ? told : this with { Remaining = Math.Min(Remaining, told.Remaining) };
    }
}
