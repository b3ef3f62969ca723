using System.Diagnostics;
using Athene.Cli.Supervision;
using Athene.Configuration;

namespace Athene.Cli.Run;

/// <summary><c>athene up --dapr</c>: the same services under Dapr's own <c>dapr run -f</c>.</summary>
internal sealed class DaprRun(CliContext context)
{
    public async Task<ExitCode> RunAsync(string? configuration, CancellationToken cancellationToken)
    {
        var dapr = Executables.Find("dapr", context.VariableOrNull("PATH")) ?? throw Problems.Failed(
            "The dapr command is not installed.",
            "Install it as https://docs.dapr.io/getting-started/install-dapr-cli/ says and run: dapr init. Or leave --dapr out: the embedded sidecar needs neither.");
        var start = new ProcessStartInfo(dapr, ["run", "-f", AppDirectory.Find(context).Template(context)]);
        start.Environment[AtheneHome.Variable] = context.Home.Root;
        if (configuration is not null) start.Environment[ConfigurationLoader.Variable] = configuration;
        using var process = Process.Start(start)!;
        using var stop = cancellationToken.Register(() => Signals.Terminate(process.Id));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
