using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.Api;

/// <summary>How the hosts stand.</summary>
internal static class HostEndpoints
{
    public static void MapHosts(this IEndpointRouteBuilder app) => app.MapGet("/v1/hosts", (HostBudgets budgets) => budgets.Describe());
}
