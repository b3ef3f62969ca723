using System.Text;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>What every make of terminal does.</summary>
public abstract class RuntimeContract(Func<RuntimeSettings, RuntimeHome> open) : IDisposable
{
    private readonly RuntimeHome home = open(new RuntimeSettings());

    private INamedRuntime Runtime => home.Runtime;

    public void Dispose()
    {
        home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Create_starts_the_command_and_the_pane_is_the_agent_itself()
    {
        var pane = await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        pane.SessionId.ShouldBe("app-1");
        pane.ProcessId.ShouldBeGreaterThan(1);
        await Eventually.TrueAsync(
            async () => (await Runtime.FindAsync("app-1", default)) is { CurrentCommand: "sleep", Exited: false }, "sleep in the foreground");
    }

    [Fact]
    public async Task Create_again_under_the_same_operation_finds_the_first_terminal()
    {
        var first = await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);
        var second = await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        second.ProcessId.ShouldBe(first.ProcessId);
    }

    [Fact]
    public async Task Create_over_the_terminal_of_another_operation_is_refused()
    {
        await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        var error = await Should.ThrowAsync<AtheneException>(
            Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]) with { OperationId = "other" }, default));

        error.Problem.Status.ShouldBe(409);
    }

    [Theory]
    [InlineData("it's \"quoted\" `back` $(touch hacked) $HOME ; | & > < * ? [ ] { } ~ # % ! \\ \\n")]
    [InlineData("two\nlines\n\nand\ttab\r\n")]
    [InlineData("emoji 🦉 and Ελληνικά and ‮rtl")]
    [InlineData("-rf")]
    [InlineData(";")]
    [InlineData("ends with ;")]
    [InlineData("'")]
    [InlineData("")]
    public async Task Create_hands_a_hostile_argument_over_byte_by_byte(string argument) =>
        (await ArgumentAsReceivedAsync(argument)).ShouldBe(argument);

    [Fact]
    public async Task Create_hands_over_a_prompt_of_100_KiB()
    {
        var prompt = string.Concat(Enumerable.Range(0, 100 * 1024 / 16).Select(n => $"{n:x7} 'q' $x\n\""))[..(100 * 1024)];

        (await ArgumentAsReceivedAsync(prompt)).ShouldBe(prompt);
    }

    [Fact]
    public async Task Create_with_an_argument_beyond_the_systems_limit_says_so_and_starts_nothing()
    {
        var error = await Should.ThrowAsync<AtheneException>(
            Runtime.CreateAsync(home.Program("app-1", ["sleep", new string('x', 128 * 1024)]), default));

        error.Type.ShouldBe(ErrorTypes.RequestInvalid);
        error.Message.ShouldContain("131072");
        (await Runtime.FindAsync("app-1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Create_sets_the_environment_and_shows_no_secret_in_the_process_list()
    {
        var request = home.Script("app-1", "printf %s \"$SECRET\" > got.new; mv got.new got; exec sleep 60") with
        {
            Environment = new Dictionary<string, string> { ["SECRET"] = "to'p; $(x)\n§" },
        };

        var pane = await Runtime.CreateAsync(request, default);

        (await Eventually.FileAsync(home.Combine("got"))).ShouldBe("to'p; $(x)\n§");
        File.ReadAllText($"/proc/{pane.ProcessId}/cmdline").ShouldNotContain("to'p");
        File.GetUnixFileMode(request.LauncherPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Create_in_a_directory_with_a_hostile_name_starts_there()
    {
        var workspace = home.Combine("it's #{pane_id} #(touch x) $HOME \"w\";");
        Directory.CreateDirectory(workspace);

        await Runtime.CreateAsync(home.Script("app-1", "pwd > got.new; mv got.new got; exec sleep 60") with { Workspace = workspace }, default);

        (await Eventually.FileAsync(Path.Combine(workspace, "got"))).TrimEnd().ShouldBe(workspace);
    }

    [Fact]
    public async Task Create_of_a_command_that_does_not_exist_leaves_its_exit_status_to_be_seen()
    {
        await Runtime.CreateAsync(home.Program("app-1", ["no-such-agent"]), default);

        var pane = await Eventually.GetAsync(
            async () => (await Runtime.FindAsync("app-1", default)) is { Exited: true } dead ? dead : null, "the exit");
        pane.ExitStatus.ShouldBe(127);
        await Eventually.TrueAsync(
            async () => (await Runtime.OutputAsync("app-1", 20, default)).Contains("no-such-agent", StringComparison.Ordinal), "the last screen");
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("x:y")]
    [InlineData("x\n")]
    [InlineData("")]
    public async Task Create_with_an_invalid_id_is_refused(string sessionId) =>
        await Should.ThrowAsync<ArgumentException>(Runtime.CreateAsync(home.Program(sessionId, ["true"]), default));

    [Fact]
    public async Task Create_of_twenty_terminals_at_once_makes_twenty()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Runtime.CreateAsync(home.Program($"app-{n}", ["sleep", "60"]), default)));

        (await Runtime.SnapshotAsync(default)).Panes.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Snapshot_without_a_server_is_empty()
    {
        (await Runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();
        (await Runtime.FindAsync("app-1", default)).ShouldBeNull();
        (await Runtime.DestroyAsync("app-1", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Find_takes_names_exactly()
    {
        await Runtime.CreateAsync(home.Program("app-10", ["sleep", "60"]), default);

        (await Runtime.FindAsync("app-1", default)).ShouldBeNull();
        (await Runtime.DestroyAsync("app-1", default)).ShouldBeFalse();
        (await Runtime.FindAsync("app-10", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Snapshot_tells_how_agents_ended()
    {
        await Runtime.CreateAsync(home.Script("app-1", "exit 3"), default);
        await Runtime.CreateAsync(home.Script("app-2", "kill -9 $$"), default);
        await Runtime.CreateAsync(home.Program("app-3", ["sleep", "60"]), default);

        var snapshot = await Eventually.GetAsync(
            async () => (await Runtime.SnapshotAsync(default)) is var look && look.Panes.Values.Count(pane => pane.Exited) == 2 ? look : null,
            "two exits");

        snapshot.Panes["app-1"].ExitStatus.ShouldBe(3);
        snapshot.Panes["app-2"].ExitSignal.ShouldBe(9);
        snapshot.Panes["app-3"].Exited.ShouldBeFalse();
    }

    [Fact]
    public async Task Capture_reads_many_screens_and_leaves_out_what_is_gone()
    {
        var one = await Runtime.CreateAsync(home.Script("app-1", "echo one; exec sleep 60"), default);
        var gone = one with { SessionId = "app-9", PaneId = "%999" };
        var two = await Runtime.CreateAsync(home.Script("app-2", "printf 'two\\n🦉 \\n'; exec sleep 60"), default);

        var screens = await Eventually.GetAsync(
            async () => (await Runtime.CaptureAsync([one, gone, two], 10, default)) is var look
                && look["app-1"].Length > 0 && look["app-2"].Contains("🦉", StringComparison.Ordinal) ? look : null,
            "two screens");

        screens["app-1"].ShouldBe("one");
        screens["app-2"].ShouldBe("two\n🦉");
        screens.GetValueOrDefault("app-9", "").ShouldBeEmpty();
    }

    [Fact]
    public async Task Output_gives_the_last_lines_of_the_scroll_back()
    {
        await Runtime.CreateAsync(home.Script("app-1", "seq 1 500; exec sleep 60"), default);

        await Eventually.TrueAsync(async () => (await Runtime.OutputAsync("app-1", 3, default)) == "498\n499\n500", "the last three lines");
        (await Runtime.OutputAsync("app-1", 400, default)).Split('\n').Length.ShouldBe(400);
    }

    [Fact]
    public async Task Destroy_ends_every_process_that_began_in_the_terminal()
    {
        const string script = """
            sleep 901 &
            (trap '' TERM HUP; exec sleep 902) &
            setsid sleep 903 &
            setsid sh -c 'sleep 904 & exit 0'
            nohup sleep 905 >/dev/null 2>&1 &
            echo ready > ready.new; mv ready.new ready
            wait
            """;
        using var quick = open(new RuntimeSettings { KillGrace = TimeSpan.FromMilliseconds(500) });
        await quick.Runtime.CreateAsync(quick.Script("app-1", script), default);
        await Eventually.FileAsync(quick.Combine("ready"));

        (await quick.Runtime.DestroyAsync("app-1", default)).ShouldBeTrue();

        (await quick.Runtime.FindAsync("app-1", default)).ShouldBeNull();
        ProcessesOf(quick.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Destroy_leaves_other_terminals_alone()
    {
        await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);
        await Runtime.CreateAsync(home.Program("app-2", ["sleep", "60"]), default);

        await Runtime.DestroyAsync("app-1", default);

        (await Runtime.SnapshotAsync(default)).Panes.Values.ShouldHaveSingleItem().Exited.ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_that_was_started_later_finds_the_terminal_and_all_that_it_shows()
    {
        var before = await Runtime.CreateAsync(home.Script("app-1", "echo still here; read line; echo \"got $line\"; exec sleep 60"), default);

        var later = home.Restarted();

        (await later.FindAsync("app-1", default)).ShouldNotBeNull().ProcessId.ShouldBe(before.ProcessId);
        await Eventually.TrueAsync(async () => await later.OutputAsync("app-1", 5, default) == "still here", "the screen");
        await later.SendAsync("app-1", "hello", default);
        await Eventually.TrueAsync(
            async () => (await later.OutputAsync("app-1", 5, default)).Contains("got hello", StringComparison.Ordinal), "the answer");
        (await later.DestroyAsync("app-1", default)).ShouldBeTrue();
        (await Runtime.FindAsync("app-1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Snapshot_tells_which_make_of_terminal_it_is()
    {
        await Runtime.CreateAsync(home.Program("app-1", ["sleep", "60"]), default);

        (await Runtime.SnapshotAsync(default)).Panes["app-1"].Runtime.ShouldBe(Runtime.Name);
    }

    private async Task<string> ArgumentAsReceivedAsync(string argument)
    {
        await Runtime.CreateAsync(home.Script("app-1", "printf %s \"$1\" > got.new; mv got.new got; exec sleep 60", argument), default);
        await Eventually.FileAsync(home.Combine("got"));
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(home.Combine("got")));
    }

    /// <summary>Every process whose directory is below the home.</summary>
    private static List<string> ProcessesOf(string directory) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Where(process => WorkingDirectory(process) == directory)
            .Select(process => File.ReadAllText($"{process}/cmdline").Replace('\0', ' ')),
    ];

    private static string? WorkingDirectory(string process)
    {
        try
        {
            return Directory.ResolveLinkTarget($"{process}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
