namespace Athene.Cli.Doctor;

/// <summary>What this machine must have before anything is started.</summary>
internal static class Machine
{
    /// <exception cref="Contracts.Errors.AtheneException">Something is missing; with how to get it.</exception>
    public static async Task RequireAsync(CliContext context, CancellationToken cancellationToken)
    {
        foreach (var program in (ProgramCheck[])[ProgramCheck.Git, ProgramCheck.Tmux])
        {
            var check = await program.RunAsync(context, cancellationToken);
            if (!check.Ok) throw Problems.Failed($"{check.Name}: {check.Detail}.", check.Fix!);
        }
    }
}
