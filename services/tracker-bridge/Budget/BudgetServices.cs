namespace Athene.TrackerBridge.Budget;

/// <summary>Registers the budgets, and puts them before clients.</summary>
public static class BudgetServices
{
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>More than any document of a host has: it may be one that a project names, and mean no good.</summary>
    internal const long MostBytes = 32L * 1024 * 1024;

    /// <summary>So late at most it is noticed that a host has moved.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddHostBudgets(this IServiceCollection services) =>
        services.AddSingleton<HostBudgets>().AddSingleton<HostReads>().AddTransient<BudgetHandler>().AddTransient<RedirectHandler>();

    /// <summary>A client of hosts whose requests keep to the budget. It may be kept for as long as the service runs.</summary>
    public static IHttpClientBuilder AddHostClient<TClient>(this IServiceCollection services)
        where TClient : class => services.AddHttpClient<TClient>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (Timeout, MostBytes))
        .AddHttpMessageHandler<BudgetHandler>()
        .AddHttpMessageHandler<RedirectHandler>()
        .UseSocketsHttpHandler((sockets, _) => (sockets.PooledConnectionLifetime, sockets.AllowAutoRedirect) = (ConnectionLife, false))
        .SetHandlerLifetime(System.Threading.Timeout.InfiniteTimeSpan);
}
