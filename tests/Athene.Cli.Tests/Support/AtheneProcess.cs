using Athene.Processes.Buffered;
using System.Text;

namespace Athene.Cli.Tests.Support;

/// <summary>Runs <c>athene</c> as a process of its own, as a person does.</summary>
internal static class AtheneProcess
{
    public static async Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var result = await new Athene.Processes.Command("dotnet")
            .WithArguments([Path.Combine(AppContext.BaseDirectory, "athene.dll"), .. arguments])
            .WithEnvironmentVariables(environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
            .WithValidation(Athene.Processes.CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, patience.Token);
        return new CliResult((ExitCode)result.ExitCode, result.StandardOutput, result.StandardError);
    }
}
