using System.Net;
using System.Net.Sockets;
using Athene.Cli.Supervision;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;

namespace Athene.Cli.Tests.Supervision;

public sealed class SupervisorTests : CliTest
{
    [Fact]
    public async Task Start_returns_when_all_are_healthy_and_says_so_in_the_run_file()
    {
        var options = new StubApps(Home).Write().Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);

        var run = await supervisor.StartAsync(CancellationToken.None);

        run.IsReady.ShouldBeTrue();
        run.Services.Select(service => service.AppId).ShouldBe(["session", "notifier"]);
        run.All.ShouldAllBe(service => service.Identity!.IsAlive());
        RunFile.Read(options.Home)!.Services.Select(service => service.Pid).ShouldBe(run.Services.Select(service => service.Pid));
        (await System.IO.File.ReadAllTextAsync(Path.Combine(options.Home.LogsDirectory, "session.log"))).ShouldContain("session listens on");
    }

    [Fact]
    public async Task Stop_ends_every_process_and_forgets_the_run()
    {
        var options = new StubApps(Home).Write().Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);
        var run = await supervisor.StartAsync(CancellationToken.None);

        await supervisor.StopAsync();

        run.All.ShouldAllBe(service => !service.Identity!.IsAlive());
        RunFile.Read(options.Home).ShouldBeNull();
    }

    [Theory]
    [InlineData("session")]
    [InlineData("sidecar")]
    public async Task A_process_that_is_killed_comes_back_on_the_same_port(string appId)
    {
        var options = new StubApps(Home).Write().Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);
        var before = (await supervisor.StartAsync(CancellationToken.None)).All.Single(service => service.AppId == appId);

        Signals.Kill(before.Pid);

        var after = await Eventually.GetAsync(
            () => RunFile.Read(options.Home)?.All.SingleOrDefault(service => service.AppId == appId && service.Pid != before.Pid && service.Healthy),
            $"{appId} is healthy again");
        after.Port.ShouldBe(before.Port);
        after.Restarts.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_ends_at_start_stops_everything_and_shows_the_end_of_its_log()
    {
        var options = new StubApps(Home).Write(crash: "The store is on fire.").Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);

        var error = await Should.ThrowAsync<AtheneException>(() => supervisor.StartAsync(CancellationToken.None));

        error.Message.ShouldBe("The service notifier ended with exit code 3.");
        error.Problem.Detail.ShouldNotBeNull().ShouldContain("The store is on fire.");
        error.Hint.ShouldNotBeNull().ShouldContain("notifier.log");
        supervisor.Current.All.ShouldAllBe(service => service.Pid == 0);
        RunFile.Read(options.Home).ShouldBeNull();
    }

    [Fact]
    public async Task A_port_that_is_taken_again_and_again_is_told_as_the_reason()
    {
        var options = new StubApps(Home).Write(crash: "Failed to bind to address: address already in use.").Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);

        var error = await Should.ThrowAsync<AtheneException>(() => supervisor.StartAsync(CancellationToken.None));

        error.Problem.Detail.ShouldNotBeNull().ShouldContain("address already in use");
    }

    [Fact]
    public async Task A_wished_port_that_is_in_use_is_replaced_by_a_free_one()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var taken = ((IPEndPoint)occupant.LocalEndpoint).Port;
        var options = new StubApps(Home).Write(sessionPort: taken).Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);

        var run = await supervisor.StartAsync(CancellationToken.None);

        run.Services[0].Healthy.ShouldBeTrue();
        run.Services[0].Port.ShouldNotBe(taken);
    }

    [Fact]
    public async Task Cancelling_a_start_leaves_nothing_behind()
    {
        var options = new StubApps(Home).Write().Options();
        await using var supervisor = new Supervisor(options, TimeProvider.System);
        using var interruption = new CancellationTokenSource();
        var starting = supervisor.StartAsync(interruption.Token);
        await Eventually.IsAsync(() => supervisor.Current.Sidecar is { Pid: > 0 }, "the sidecar was started");

        await interruption.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => starting);
        supervisor.Current.All.ShouldAllBe(service => service.Pid == 0);
        RunFile.Read(options.Home).ShouldBeNull();
    }
}
