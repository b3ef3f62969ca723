using System.Globalization;

namespace Athene.Processes.Tests;

public sealed class CancellationTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task I_can_kill_a_program_with_all_its_descendants()
    {
        using var forceful = new CancellationTokenSource();
        var running = Script("trap '' INT TERM; sh -c 'sleep 921 & echo $! > pid.new; mv pid.new pid; wait' & wait").ExecuteAsync(forceful.Token);
        var descendant = await PidAsync();

        await forceful.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(running.Task.WaitAsync(Limit))).CancellationToken.ShouldBe(forceful.Token);
        await GoneAsync(running.ProcessId);
        await GoneAsync(descendant);
    }

    [Fact]
    public async Task I_can_ask_a_program_to_stop()
    {
        using var graceful = new CancellationTokenSource();
        var running = Script("trap 'echo stopped > stopped; exit 0' INT; echo $$ > pid.new; mv pid.new pid; while :; do sleep 0.02; done")
            .ExecuteAsync(CancellationToken.None, graceful.Token);
        await PidAsync();

        await graceful.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(running.Task.WaitAsync(Limit))).CancellationToken.ShouldBe(graceful.Token);
        File.Exists(directory.Combine("stopped")).ShouldBeTrue();
    }

    [Fact]
    public async Task I_can_cancel_while_a_survivor_holds_the_output_open()
    {
        using var forceful = new CancellationTokenSource();
        var running = Script("setsid sleep 3 & echo $! > pid.new; mv pid.new pid; exit 0").ExecuteAsync(forceful.Token);
        await PidAsync();
        await GoneAsync(running.ProcessId);

        await forceful.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running.Task.WaitAsync(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void I_cannot_start_what_is_cancelled_already() =>
        Should.Throw<OperationCanceledException>(() => { Script("touch started").ExecuteAsync(new CancellationToken(canceled: true)); });

    private Command Script(string script) => Cli.Wrap("/bin/sh").WithArguments(["-c", script]).WithWorkingDirectory(directory.Path);

    private async Task<int> PidAsync()
    {
        await UntilAsync(() => File.Exists(directory.Combine("pid")));
        return int.Parse(await File.ReadAllTextAsync(directory.Combine("pid")), CultureInfo.InvariantCulture);
    }

    private static Task GoneAsync(int processId) => UntilAsync(() =>
        !File.Exists($"/proc/{processId}/stat") || File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition()) await Task.Delay(5, limit.Token);
    }
}
