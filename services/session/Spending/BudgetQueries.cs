using Athene.Configuration;
using Athene.Contracts.Budgets;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Spending;

/// <summary>Says what was spent, with limits and without.</summary>
public sealed class BudgetQueries(ILedger ledger, IProjectCatalog projects, AtheneConfiguration configuration, TimeProvider time)
{
    /// <param name="projectId">Only this project and its sessions; null: all, and the day.</param>
    public async Task<BudgetReport> ReadAsync(string? projectId, CancellationToken cancellationToken)
    {
        if (projectId is not null) await projects.GetAsync(projectId, cancellationToken);
        var today = await ledger.ReadTodayAsync(cancellationToken);
        var known = (await ledger.ListProjectsAsync(cancellationToken)).Where(project => projectId is null || project.Id == projectId).ToList();
        var sessions = await ledger.ListSessionsAsync([.. known.SelectMany(project => project.Live)], cancellationToken);
        return new BudgetReport(
            today.Date,
            Midnight.After(time.GetLocalNow(), time.LocalTimeZone),
            [
                .. projectId is null ? [Line(BudgetScope.Day, "today", configuration.Budgets.Day, today.Total)] : Array.Empty<BudgetLine>(),
                .. known.Select(project => Line(BudgetScope.Project, project.Id, configuration.BudgetsOf(project.Id).Project, today.Of(project.Id))),
                .. sessions.Select(session => Line(BudgetScope.Session, session.Id, configuration.BudgetsOf(session.ProjectId).Session, session.Spent?.Total ?? default)),
            ]);
    }

    private static BudgetLine Line(BudgetScope scope, string name, Configuration.Budgets.Budget? budget, Amount used) =>
        budget is null ? new BudgetLine(scope, name, used.Tokens, used.Usd) : new BudgetUse(scope, name, budget, used).ToLine();
}
