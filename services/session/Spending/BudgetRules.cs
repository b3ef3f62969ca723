using Athene.Contracts.Budgets;
using Athene.Contracts.Sessions;
using Athene.Session.Pauses;
using Athene.Session.Records;

namespace Athene.Session.Spending;

/// <summary>What follows from what was spent. Pure.</summary>
public static class BudgetRules
{
    /// <summary>What is to be told: of the budgets of a day each thing once a day, of a session's each thing once.</summary>
    /// <param name="told">What was told already, of today and of the session.</param>
    public static IReadOnlyList<BudgetFinding> News(IReadOnlyList<BudgetUse> uses, IEnumerable<string> told) =>
        [.. uses.Where(use => use.IsNearlySpent).Select(use => new BudgetFinding(use, use.IsSpent)).ExceptBy(told, finding => finding.Mark)];

    /// <summary>The strictest thing that is to be done with a session; null: nothing.</summary>
    public static BudgetUse? Demand(IReadOnlyList<BudgetUse> uses) =>
        uses.Where(use => use.IsSpent && use.Budget.Action is not BudgetAction.Warn).OrderByDescending(use => use.Budget.Action).FirstOrDefault();

    /// <summary>Why the next session of a project has to wait, in words; null when it has not.</summary>
    public static string? ObstacleOf(IReadOnlyList<BudgetUse> uses) => uses.FirstOrDefault(use => use.KeepsSpawnsWaiting) is { } spent
        ? $"paused: the budget of {NameOf(spent)} is spent ({spent.InWords}), until 00:00"
        : null;

    /// <summary>A session that must not spend more. A pause that it has already stays as it is.</summary>
    /// <param name="midnight">When the day ends; what a session has spent as a whole stays spent.</param>
    public static SessionRecord Paused(SessionRecord session, BudgetUse spent, DateTimeOffset now, DateTimeOffset midnight) => session.Paused is not null
        ? session
        : session with
        {
            Paused = new SessionPause(
                PauseRules.IdOf(session, now), PauseReason.Budget, now, spent.Scope is BudgetScope.Session ? null : midnight,
                $"the budget of {NameOf(spent)} is spent: {spent.InWords}"),
        };

    public static string NameOf(BudgetUse use) => use.Scope switch
    {
        BudgetScope.Session => $"session {use.Name}",
        BudgetScope.Project => $"today for {use.Name}",
        _ => "today",
    };
}
