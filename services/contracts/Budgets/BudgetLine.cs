namespace Athene.Contracts.Budgets;

/// <summary>What was spent of one budget.</summary>
/// <param name="Name">The session or project that it is of; the day, for that of a day.</param>
/// <param name="Tokens">Read anew, written to the cache, and answered; what was read from the cache counts only by its price.</param>
/// <param name="Usd">As the agents count it, else as the list of prices in their profile says.</param>
/// <param name="TokenLimit">Null: tokens have no limit.</param>
/// <param name="UsdLimit">Null: money has no limit.</param>
/// <param name="Percent">Of the limit that is nearer; null without limits.</param>
/// <param name="Action">What happens at 100; null without limits.</param>
public sealed record BudgetLine(
    BudgetScope Scope, string Name, long Tokens, decimal Usd, long? TokenLimit = null, decimal? UsdLimit = null, int? Percent = null, BudgetAction? Action = null);
