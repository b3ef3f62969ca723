using System.Net;
using System.Net.Sockets;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.BadInput;

/// <summary><c>athene up</c> where something is missing, taken, wrong, or there already.</summary>
public sealed class UpTests
{
    [Fact]
    public async Task Up_withoutTmux_saysHowToGetIt()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Missing = "tmux" });

        var refused = await athene.AtheneAsync("up", "--detach");

        refused.ExitCode.ShouldBe(1, refused.ToString());
        refused.Error.ShouldContain("tmux");
        refused.Error.ShouldContain("install tmux");
        athene.Running().ShouldBeNull();
        (await MachineView.ProcessesAsync(athene.Home)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Spawn_onceTmuxIsGone_saysSoAndLeavesNothing()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Missing = "tmux" });
        athene.Agents.WriteUsual();
        athene.Programs!.Add();
        await athene.UpAsync();
        var project = new TestProject(athene, "app", await athene.AddProjectAsync("app"));
        athene.Programs.Remove();

        (await project.TrySpawnAsync()).Problem(HttpStatusCode.ServiceUnavailable, "runtime-unavailable").Title.ShouldContain("tmux");

        await project.ShouldHoldNothingAsync();
        athene.Programs.Add();
        (await project.SpawnAsync()).Id.ShouldBe("app-1");
    }

    [Fact]
    public async Task Up_withTheWishedPortsInUse_takesOthers()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 5101);
        HoldUnlessTaken(holder);
        await using var athene = await Installation.StartAsync(new InstallationOptions { UsualPorts = true });

        var session = athene.Running()!.App("session");

        session.Port.ShouldNotBe(5101);
        session.Healthy.ShouldBeTrue();
        (await athene.Api.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_ofSeveralHomesAtOnce_givesEachItsOwnServices()
    {
        var homes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Installation.StartAsync(new InstallationOptions { UsualPorts = true })));
        try
        {
            var processes = homes.SelectMany(home => (RunningApp[])[.. home.Running()!.Services, home.Running()!.Sidecar!]).ToList();
            processes.Select(process => process.Pid).ShouldBeUnique();
            processes.Select(process => process.Port).ShouldBeUnique();
            processes.ShouldAllBe(process => process.Healthy && process.Restarts == 0);
            foreach (var home in homes) (await home.Api.ListAsync()).ShouldBeEmpty();
        }
        finally
        {
            foreach (var home in homes) await home.DisposeAsync();
        }
    }

    [Fact]
    public async Task Up_twice_isOneAthene()
    {
        await using var athene = await Installation.StartAsync(new InstallationOptions { UsualPorts = true });
        var before = athene.Running()!;

        var again = await athene.AtheneAsync("up", "--detach", "--json");

        again.ExitCode.ShouldBe(0, again.ToString());
        again.Json<RunningInstallation>().Services.Select(service => service.Pid).ShouldBe(before.Services.Select(service => service.Pid));
        (await athene.AtheneAsync("up", "--detach")).Error.ShouldContain("already running");
    }

    [Fact]
    public async Task Up_withWrongKeys_saysWhereAndWhatWasMeant()
    {
        await using var athene = Installation.Prepare();
        var file = athene.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, "defaults:\n  agent: codex\nprojects:\n  app:\n    path: ~/app\n    sesionPrefix: app\n");

        var refused = await athene.AtheneAsync("up", "--detach", "--config", file);

        refused.ExitCode.ShouldBe(1, refused.ToString());
        refused.Error.ShouldContain($"{file}:6:5");
        refused.Error.ShouldContain("'sessionPrefix'");
        athene.Running().ShouldBeNull();
        (await MachineView.ProcessesAsync(athene.Home)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Command_whileNothingRuns_saysHowToStart()
    {
        await using var athene = Installation.Prepare();

        var refused = await athene.AtheneAsync("ls");

        refused.ExitCode.ShouldBe(5, refused.ToString());
        refused.Error.ShouldContain("athene up --detach");
    }

    private static void HoldUnlessTaken(TcpListener listener)
    {
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            // Another program holds the port: just what the test needs.
        }
    }
}
