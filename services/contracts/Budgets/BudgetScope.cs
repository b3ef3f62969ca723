namespace Athene.Contracts.Budgets;

/// <summary>What a budget is for.</summary>
public enum BudgetScope
{
    /// <summary>One session, from its spawn on, restores included.</summary>
    Session,

    /// <summary>All sessions of one project, on one day.</summary>
    Project,

    /// <summary>All sessions of all projects, on one day.</summary>
    Day,
}
