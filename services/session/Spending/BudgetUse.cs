using Athene.Configuration.Budgets;
using Athene.Contracts.Budgets;
using Athene.Session.Records;

namespace Athene.Session.Spending;

/// <summary>How much of a budget is used. Pure.</summary>
/// <param name="Name">Whose it is: a session, a project, or the day.</param>
public sealed record BudgetUse(BudgetScope Scope, string Name, Budget Budget, Amount Used)
{
    private const int Whole = 100;

    /// <summary>Of the limit that is nearer.</summary>
    public int Percent => (int)Math.Min(int.MaxValue, Math.Max(Of(Used.Tokens, Budget.Tokens), Of(Used.Usd, Budget.Usd)));

    public bool IsSpent => Percent >= Whole;

    public bool IsNearlySpent => Percent >= Budget.WarnAt;

    /// <summary>New sessions must wait for another day.</summary>
    public bool KeepsSpawnsWaiting => IsSpent && Scope is not BudgetScope.Session && Budget.Action is not BudgetAction.Warn;

    /// <summary>For people: <c>$12.00 of $10.00</c>.</summary>
    public string InWords => string.Join(" and ", new[] { Money, Tokens }.OfType<string>());

    public BudgetLine ToLine() => new(Scope, Name, Used.Tokens, Used.Usd, Budget.Tokens, Budget.Usd, Percent, Budget.Action);

    /// <summary>The budgets that a session draws on.</summary>
    public static IReadOnlyList<BudgetUse> Of(BudgetsConfiguration budgets, SessionRecord session, SpendingDay day) =>
    [
        .. Of(BudgetScope.Session, session.Id, budgets.Session, session.Spent?.Total ?? default),
        .. OfProject(budgets, session.ProjectId, day),
    ];

    /// <summary>The budgets of today that all sessions of a project draw on.</summary>
    public static IReadOnlyList<BudgetUse> OfProject(BudgetsConfiguration budgets, string projectId, SpendingDay day) =>
    [
        .. Of(BudgetScope.Project, projectId, budgets.Project, day.Of(projectId)),
        .. Of(BudgetScope.Day, "today", budgets.Day, day.Total),
    ];

    private static IEnumerable<BudgetUse> Of(BudgetScope scope, string name, Budget? budget, Amount used) =>
        budget is null ? [] : [new BudgetUse(scope, name, budget, used)];

    private static decimal Of(decimal used, decimal? limit) => limit is { } amount ? used * Whole / amount : 0;

    private string? Money => Budget.Usd is { } limit ? FormattableString.Invariant($"${Used.Usd:0.00} of ${limit:0.00}") : null;

    private string? Tokens => Budget.Tokens is { } limit ? FormattableString.Invariant($"{Used.Tokens} of {limit} tokens") : null;
}
