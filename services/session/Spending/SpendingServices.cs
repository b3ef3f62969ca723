namespace Athene.Session.Spending;

/// <summary>What is spent, and what follows from that.</summary>
internal static class SpendingServices
{
    public static void AddSpending(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Bookkeeping>();
        builder.Services.AddSingleton<BudgetQueries>();
        builder.Services.AddHostedService<BudgetPatrol>();
    }
}
