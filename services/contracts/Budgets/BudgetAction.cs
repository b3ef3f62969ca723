namespace Athene.Contracts.Budgets;

/// <summary>What happens when a budget is spent.</summary>
public enum BudgetAction
{
    /// <summary>A person is told.</summary>
    Warn,

    /// <summary>New sessions wait, and Athene tells those that run nothing on its own.</summary>
    Pause,

    /// <summary>New sessions wait, and those that run are ended, with their work kept.</summary>
    Stop,
}
