namespace Athene.Session.Pauses;

/// <summary>What pauses sessions by itself, and what lets them go on.</summary>
internal static class PauseServices
{
    public static void AddPauses(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UsageLimitReader>();
        builder.Services.AddSingleton<Resuming>();
    }
}
