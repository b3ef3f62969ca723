using Athene.Contracts.Budgets;

namespace Athene.Configuration.Budgets;

/// <summary>How much may be spent, and what happens then.</summary>
/// <param name="Tokens">Null: tokens have no limit.</param>
/// <param name="Usd">In US dollars; null: money has no limit.</param>
/// <param name="WarnAt">At how many per cent a person is told.</param>
public sealed record Budget(long? Tokens = null, decimal? Usd = null, int WarnAt = 80, BudgetAction Action = BudgetAction.Pause);
