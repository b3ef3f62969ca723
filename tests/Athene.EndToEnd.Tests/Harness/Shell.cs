using System.Diagnostics;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Runs programs as a person at a terminal would, and keeps what they say.</summary>
internal static class Shell
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(2);

    public static async Task<CommandOutcome> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? directory = null,
        string? input = null,
        TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment ?? CleanEnvironment.Variables()) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(limit ?? DefaultLimit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end in time.");
        }

        return new CommandOutcome(process.ExitCode, await output, await errors);
    }

    /// <summary>Like <see cref="RunAsync"/>, for what must succeed; its output without the last line break.</summary>
    public static async Task<string> AskAsync(string program, IReadOnlyList<string> arguments, string? directory = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var outcome = await RunAsync(program, arguments, environment, directory);
        outcome.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {outcome}");
        return outcome.Out.TrimEnd('\n');
    }
}
