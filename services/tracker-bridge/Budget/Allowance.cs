namespace Athene.TrackerBridge.Budget;

/// <summary>What a host said last about one of its counts.</summary>
public sealed record Allowance(int Limit, int Remaining, DateTimeOffset ResetsAt)
{
    /// <summary>What is known after another answer. Answers overtake each other: within one period, the smaller number is the newer one.</summary>
    public Allowance With(Allowance told) => told.ResetsAt > ResetsAt || told.Limit != Limit ? told : this with { Remaining = Math.Min(Remaining, told.Remaining) };
}
