using Athene.Contracts.Errors;

namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class TmuxRuntimeTests() : RuntimeContract(settings => new TmuxHome(settings))
{
    [Fact]
    public async Task Create_without_tmux_says_how_to_install_it()
    {
        using var without = new TmuxHome(program: "tmux-that-is-not-there");

        var error = await Should.ThrowAsync<AtheneException>(without.Runtime.CreateAsync(without.Program("app-1", ["true"]), default));

        error.Type.ShouldBe(ErrorTypes.RuntimeUnavailable);
        error.Hint.ShouldNotBeNull().ShouldContain("apt install tmux");
    }

    [Fact]
    public async Task Snapshot_without_tmux_is_empty_as_long_as_nothing_was_started_in_it()
    {
        using var without = new TmuxHome(program: "tmux-that-is-not-there");

        (await without.Runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Attach_names_the_homes_own_server()
    {
        using var home = new TmuxHome();

        (await home.Runtime.AttachAsync("app-1", default)).Command
            .ShouldBe(["tmux", "-S", home.Combine("run", "tmux.sock"), "attach-session", "-t", "=app-1"]);
    }
}
