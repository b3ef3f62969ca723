using Athene.Configuration;
using Athene.Configuration.Projects;

namespace Athene.Cli.Doctor;

/// <summary>What this machine must have before anything is started.</summary>
internal static class Machine
{
    /// <summary>The programs without which nothing works under this configuration.</summary>
    public static IReadOnlyList<ProgramCheck> ProgramsFor(AtheneConfiguration configuration) =>
        [ProgramCheck.Git, configuration.UsesRuntime(RuntimeNames.Tmux) ? ProgramCheck.Tmux : ProgramCheck.Tmux with { Required = false }];

    /// <exception cref="Contracts.Errors.AtheneException">Something is missing; with how to get it.</exception>
    public static async Task RequireAsync(AtheneConfiguration configuration, CliContext context, CancellationToken cancellationToken)
    {
        foreach (var program in ProgramsFor(configuration).Where(program => program.Required))
        {
            var check = await program.RunAsync(context, cancellationToken);
            if (!check.Ok) throw Problems.Failed($"{check.Name}: {check.Detail}.", check.Fix!);
        }
    }
}
