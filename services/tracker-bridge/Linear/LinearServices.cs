using Athene.TrackerBridge.Budget;
using Athene.TrackerBridge.Issues;

namespace Athene.TrackerBridge.Linear;

/// <summary>The parts that speak to Linear.</summary>
internal static class LinearServices
{
    public static void AddLinear(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LinearCredentials>();
        builder.Services.AddHostClient<LinearApi>();
        builder.Services.AddTransient<LinearNames>();
        builder.Services.AddTransient<ITracker, LinearTracker>();
    }
}
