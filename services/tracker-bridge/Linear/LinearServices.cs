using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Linear;

/// <summary>The parts that speak to Linear.</summary>
internal static class LinearServices
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    public static void AddLinear(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LinearCredentials>();
        builder.Services.AddHttpClient<LinearApi>(http => http.Timeout = RequestTimeout);
        builder.Services.AddTransient<LinearNames>();
        builder.Services.AddTransient<ITracker, LinearTracker>();
    }
}
