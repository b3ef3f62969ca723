using Athene.Cli.Supervision;
using Athene.Cli.Tests.Support;
using Athene.Configuration;

namespace Athene.Cli.Tests.Supervision;

public sealed class UpDownTests : CliTest, IAsyncLifetime
{
    private IReadOnlyDictionary<string, string> environment = new Dictionary<string, string>();

    private AtheneHome AtheneHome => AtheneHome.From(environment[AtheneHome.Variable]);

    public Task InitializeAsync()
    {
        environment = new StubApps(Home).Write().Environment();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => AtheneProcess.RunAsync(environment, "down");

    [Fact]
    public async Task Detached_services_outlive_the_command_and_down_stops_them()
    {
        var up = await AtheneProcess.RunAsync(environment, "up", "--detach", "--json");

        up.ExitCode.ShouldBe(ExitCode.Done, up.Error);
        var service = up.Json.GetProperty("services")[0];
        service.GetProperty("appId").GetString().ShouldBe("session");
        service.GetProperty("healthy").GetBoolean().ShouldBeTrue();
        service.GetProperty("port").GetInt32().ShouldBeGreaterThan(0);
        up.Json.GetProperty("stateDirectory").GetString().ShouldBe(AtheneHome.StateDirectory);
        var run = RunFile.Read(AtheneHome).ShouldNotBeNull();
        run.All.ShouldAllBe(process => process.Identity!.IsAlive());

        var down = await AtheneProcess.RunAsync(environment, "down", "--json");

        down.Json.GetProperty("stopped").EnumerateArray().Select(item => item.GetString()).ShouldBe(["session", "notifier"]);
        run.All.ShouldAllBe(process => !process.Identity!.IsAlive());
        run.Supervisor.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_up_shows_what_runs_and_starts_nothing()
    {
        var first = await AtheneProcess.RunAsync(environment, "up", "--detach", "--json");

        var second = await AtheneProcess.RunAsync(environment, "up", "--json");

        second.ExitCode.ShouldBe(ExitCode.Done, second.Error);
        second.Output.ShouldBe(first.Output);
    }

    [Fact]
    public async Task Two_ups_at_once_start_one_run()
    {
        var both = await Task.WhenAll(
            AtheneProcess.RunAsync(environment, "up", "--detach", "--json"),
            AtheneProcess.RunAsync(environment, "up", "--detach", "--json"));

        both.ShouldAllBe(result => result.ExitCode == ExitCode.Done);
        both[0].Json.GetProperty("supervisor").GetProperty("pid").GetInt32()
            .ShouldBe(both[1].Json.GetProperty("supervisor").GetProperty("pid").GetInt32());
    }

    [Fact]
    public async Task The_next_up_stops_what_a_killed_supervisor_left_and_starts_anew()
    {
        await AtheneProcess.RunAsync(environment, "up", "--detach");
        var killed = RunFile.Read(AtheneHome).ShouldNotBeNull();
        Signals.Kill(killed.Supervisor.Pid);
        await Eventually.IsAsync(() => !killed.Supervisor.IsAlive(), "the supervisor is gone");

        var up = await AtheneProcess.RunAsync(environment, "up", "--detach", "--json");

        up.ExitCode.ShouldBe(ExitCode.Done, up.Error);
        killed.All.ShouldAllBe(process => !process.Identity!.IsAlive());
        RunFile.Read(AtheneHome).ShouldNotBeNull().All.ShouldAllBe(process => process.Identity!.IsAlive());
    }

    [Fact]
    public async Task Down_stops_what_a_killed_supervisor_left()
    {
        await AtheneProcess.RunAsync(environment, "up", "--detach");
        var killed = RunFile.Read(AtheneHome).ShouldNotBeNull();
        Signals.Kill(killed.Supervisor.Pid);
        await Eventually.IsAsync(() => !killed.Supervisor.IsAlive(), "the supervisor is gone");

        var down = await AtheneProcess.RunAsync(environment, "down", "--json");

        down.Json.GetProperty("stopped").GetArrayLength().ShouldBe(2);
        killed.All.ShouldAllBe(process => !process.Identity!.IsAlive());
    }

    [Fact]
    public async Task A_run_file_that_names_other_peoples_processes_harms_nobody()
    {
        var self = ProcessIdentity.OfCurrent();
        var stale = new ProcessIdentity(self.Pid, self.StartTime.AddHours(-1));
        RunFile.Write(AtheneHome, new RunDocument(
            [new RunningService("session", stale.Pid, 1, true, stale.StartTime, 2, 3, 0)], "", "", null, stale, DateTimeOffset.UtcNow));

        var up = await AtheneProcess.RunAsync(environment, "up", "--detach", "--json");

        up.ExitCode.ShouldBe(ExitCode.Done, up.Error);
        self.IsAlive().ShouldBeTrue();
    }

    [Fact]
    public async Task A_detached_start_that_fails_ends_with_1_and_the_reason()
    {
        environment = new StubApps(Directory.CreateDirectory(Path.Combine(Home, "broken")).FullName).Write(crash: "No luck today.").Environment();

        var up = await AtheneProcess.RunAsync(environment, "up", "--detach");

        up.ExitCode.ShouldBe(ExitCode.Failed);
        up.Error.ShouldContain("The service notifier ended with exit code 3.");
        up.Error.ShouldContain("No luck today.");
    }

    [Fact]
    public async Task An_interrupted_detached_start_leaves_nothing_running()
    {
        using var interruption = new CancellationTokenSource();
        var cli = new CliRun(Home);
        foreach (var (name, value) in environment) cli.With(name, value);
        var starting = cli.RunAsync(interruption.Token, "up", "--detach");
        var run = await Eventually.GetAsync(() => RunFile.Read(AtheneHome), "the start has begun");

        await interruption.CancelAsync();
        var up = await starting;

        // A start that was faster than the interruption is a start.
        if (up.ExitCode is ExitCode.Done) return;
        up.ExitCode.ShouldBe(ExitCode.Interrupted);
        run.Supervisor.IsAlive().ShouldBeFalse();
        RunFile.Read(AtheneHome).ShouldBeNull();
    }
}
