namespace Athene.Contracts.Budgets;

/// <summary>What was spent today.</summary>
/// <param name="Date">In the time zone of the machine.</param>
/// <param name="ResetsAt">When the next day begins.</param>
public sealed record BudgetReport(DateOnly Date, DateTimeOffset ResetsAt, IReadOnlyList<BudgetLine> Data);
