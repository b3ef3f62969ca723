using Athene.Session.Machine.Hooks;
using Athene.Session.Machine.Workspaces;

namespace Athene.Session.Hooks;

/// <summary>What agents and the programs in their PATH say by themselves.</summary>
internal static class HookServices
{
    public static void AddHooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HookSpool>();
        builder.Services.AddSingleton<IWorkspaceHeads, GitHeads>();
        builder.Services.AddSingleton<HookIntake>();
        builder.Services.AddSingleton<HookPost>();
        builder.Services.AddHostedService<SpoolReader>();
    }
}
