using Athene.Session.Machine.Runtimes;
using Athene.Session.Tests.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Terminals;

/// <summary>What <c>athene attach</c> runs, on a real terminal: that of tmux.</summary>
public sealed class AttachTests : IDisposable
{
    private readonly ProcessHome agents = new();
    private readonly TmuxHome person = new();

    public void Dispose()
    {
        person.Dispose();
        agents.Dispose();
    }

    [Fact]
    public async Task Attach_shows_what_was_there_passes_keys_on_and_leaves_the_agent_running()
    {
        await agents.Runtime.CreateAsync(agents.Script("app-1", "echo before; while read line; do echo \"got $line\"; done"), default);
        await Eventually.TrueAsync(async () => await agents.Runtime.OutputAsync("app-1", 5, default) == "before", "the agent's first words");

        await AttachAsync("app-1");
        await ShowsAsync("before");
        await person.Runtime.SendAsync("desk", "hello", default);
        await ShowsAsync("got hello");
        await PressAsync("C-]");

        var desk = await EndOfDeskAsync();
        desk.ExitStatus.ShouldBe(0);
        (await agents.Runtime.FindAsync("app-1", default)).ShouldNotBeNull().Exited.ShouldBeFalse();
    }

    [Fact]
    public async Task Attach_gives_the_agent_the_size_of_the_persons_terminal()
    {
        await agents.Runtime.CreateAsync(agents.Script("app-1", "while read line; do stty size; done"), default);
        await person.Runtime.CreateAsync(person.Program("keeper", ["sleep", "60"]), default);
        await TmuxAsync("new-session", "-d", "-s", "small", "-x", "91", "-y", "31", "sleep 60");
        var attach = await agents.Runtime.AttachAsync("app-1", default);
        await TmuxAsync(["respawn-pane", "-k", "-t", "=small:", "--", .. attach.Command]);

        await Eventually.TrueAsync(
            async () =>
            {
                await agents.Runtime.SendAsync("app-1", "size", default);
                return (await agents.Runtime.OutputAsync("app-1", 20, default)).Contains("31 91", StringComparison.Ordinal);
            },
            "the size");
    }

    [Fact]
    public async Task Attach_ends_with_the_agent()
    {
        await agents.Runtime.CreateAsync(agents.Script("app-1", "read line; echo bye; exit 0"), default);
        await AttachAsync("app-1");
        await ShowsAsync("attached to app-1");

        await person.Runtime.SendAsync("desk", "end", default);

        (await EndOfDeskAsync()).ExitStatus.ShouldBe(0);
        (await person.Runtime.OutputAsync("desk", 20, default)).ShouldContain("bye");
    }

    [Fact]
    public async Task Attach_to_a_session_without_terminal_says_so()
    {
        await AttachAsync("app-9");

        (await EndOfDeskAsync()).ExitStatus.ShouldBe(1);
        (await person.Runtime.OutputAsync("desk", 20, default)).ShouldContain("'app-9' has no terminal");
    }

    private async Task AttachAsync(string sessionId)
    {
        var attach = await agents.Runtime.AttachAsync(sessionId, default);
        await person.Runtime.CreateAsync(person.Program("desk", attach.Command), default);
    }

    private Task ShowsAsync(string text) => Eventually.TrueAsync(
        async () => (await person.Runtime.OutputAsync("desk", 20, default)).Contains(text, StringComparison.Ordinal), $"'{text}' on the screen");

    private Task<RuntimePane> EndOfDeskAsync() => Eventually.GetAsync(
        async () => await person.Runtime.FindAsync("desk", default) is { Exited: true, HasResult: true } ended ? ended : null, "the end of attach");

    private Task PressAsync(string key) => TmuxAsync("send-keys", "-t", "=desk:", key);

    private async Task TmuxAsync(params string[] arguments) =>
        await Cli.Wrap("tmux").WithArguments(["-S", TmuxSocket.PathFor(person.Path), .. arguments]).ExecuteBufferedAsync();
}
