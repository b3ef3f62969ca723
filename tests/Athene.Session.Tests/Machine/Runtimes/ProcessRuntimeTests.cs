using System.Diagnostics;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class ProcessRuntimeTests() : RuntimeContract(settings => new ProcessHome(settings))
{
    [Fact]
    public async Task One_host_holds_all_terminals_and_ends_with_the_last_one()
    {
        using var home = new ProcessHome();
        for (var n = 1; n <= 3; n++) await home.Runtime.CreateAsync(home.Program($"app-{n}", ["sleep", "60"]), default);
        home.Hosts().Count.ShouldBe(1);

        for (var n = 1; n <= 3; n++) await home.Runtime.DestroyAsync($"app-{n}", default);

        await Eventually.TrueAsync(() => Task.FromResult(home.Hosts().Count == 0), "the end of the host");
        (await home.Runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();
        (await home.Runtime.CreateAsync(home.Program("app-4", ["sleep", "60"]), default)).ProcessId.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_host_that_is_killed_takes_its_agents_with_it_and_what_survives_is_still_found()
    {
        using var home = new ProcessHome(new RuntimeSettings { KillGrace = TimeSpan.FromMilliseconds(500) });
        var plain = await home.Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);
        var stubborn = await home.Runtime.CreateAsync(home.Script("app-2", "trap '' HUP; echo x > armed; while :; do sleep 1; done"), default);
        await Eventually.FileAsync(home.Combine("armed"));

        using (var host = Process.GetProcessById(home.Hosts().Single())) host.Kill();

        await Eventually.TrueAsync(() => Task.FromResult(!IsRunning(plain)), "the end of the agent");
        (await home.Runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();
        IsRunning(stubborn).ShouldBeTrue();
        (await home.Runtime.DestroyAsync("app-2", default)).ShouldBeTrue();
        IsRunning(stubborn).ShouldBeFalse();
    }

    [Fact]
    public async Task The_agent_has_a_controlling_terminal_of_the_usual_size()
    {
        using var home = new ProcessHome();
        await home.Runtime.CreateAsync(home.Script("app-1", "stty size < /dev/tty > got.new; mv got.new got; exec sleep 60"), default);

        (await Eventually.FileAsync(home.Combine("got"))).ShouldBe("50 220\n");
    }

    [Fact]
    public async Task A_program_that_asks_its_terminal_for_the_cursor_gets_an_answer()
    {
        using var home = new ProcessHome();
        await home.Runtime.CreateAsync(
            home.Script("app-1", "stty raw -echo; printf 'ab\\033[6n'; head -c 6 > got.new; mv got.new got; exec sleep 60"), default);

        (await Eventually.FileAsync(home.Combine("got"))).ShouldBe("\e[1;3R");
    }

    [Fact]
    public async Task Other_users_cannot_reach_the_host()
    {
        using var home = new ProcessHome();
        await home.Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        File.GetUnixFileMode(home.Combine("run")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool IsRunning(RuntimePane pane) => ProcessTable.Find(pane.ProcessId) is not null;
}
