using Athene.Contracts.Budgets;
using Athene.Hosting.Callers;
using Athene.Session.Spending;

namespace Athene.Session.Api;

/// <summary>What was spent, over HTTP.</summary>
public static class BudgetEndpoints
{
    public static void MapBudgets(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/budget", ReadAsync).AllowAnySupervisor();

    private static Task<BudgetReport> ReadAsync(string? project, Caller caller, BudgetQueries budgets, CancellationToken cancellationToken) =>
        budgets.ReadAsync(caller.Within(project), cancellationToken);
}
