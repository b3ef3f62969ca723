namespace Athene.Configuration.Budgets;

/// <summary>The budgets of a configuration or of one project; what is null has no limit.</summary>
/// <param name="Session">Of each session, from its spawn on.</param>
/// <param name="Project">Of each project, a day.</param>
/// <param name="Day">Of all projects together, a day.</param>
public sealed record BudgetsConfiguration(Budget? Session = null, Budget? Project = null, Budget? Day = null)
{
    /// <summary>What a project says itself, over this.</summary>
    public BudgetsConfiguration With(BudgetsConfiguration? own) =>
        own is null ? this : this with { Session = own.Session ?? Session, Project = own.Project ?? Project };
}
