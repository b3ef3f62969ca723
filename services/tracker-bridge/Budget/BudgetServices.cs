namespace Athene.TrackerBridge.Budget;

/// <summary>Registers the budgets, and puts them before clients.</summary>
public static class BudgetServices
{
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>So late at most it is noticed that a host has moved.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddHostBudgets(this IServiceCollection services) =>
        services.AddSingleton<HostBudgets>().AddSingleton<HostReads>().AddTransient<BudgetHandler>();

    /// <summary>A client of hosts whose requests keep to the budget. It may be kept for as long as the service runs.</summary>
    public static IHttpClientBuilder AddHostClient<TClient>(this IServiceCollection services)
        where TClient : class => services.AddHttpClient<TClient>(http => http.Timeout = Timeout)
        .AddHttpMessageHandler<BudgetHandler>()
        .UseSocketsHttpHandler((sockets, _) => sockets.PooledConnectionLifetime = ConnectionLife)
        .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
}
