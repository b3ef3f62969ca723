using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class RuntimeChoiceTests : IDisposable
{
    private readonly TmuxHome tmux = new(new RuntimeSettings { LongestWait = TimeSpan.FromMinutes(10) });
    private readonly ProcessHome process = new(new RuntimeSettings { LongestWait = TimeSpan.FromMinutes(10) });
    private readonly RuntimeChoice both;

    public RuntimeChoiceTests() => both = new RuntimeChoice([process.Runtime, tmux.Runtime]);

    public void Dispose()
    {
        tmux.Dispose();
        process.Dispose();
    }

    [Fact]
    public async Task Each_session_runs_in_the_make_that_it_asked_for_and_all_are_seen_at_once()
    {
        await StartBothAsync();

        var seen = await both.SnapshotAsync(default);

        seen.Panes["app-1"].Runtime.ShouldBe("tmux");
        seen.Panes["app-2"].Runtime.ShouldBe("process");
        var screens = await Eventually.GetAsync(
            async () => await both.CaptureAsync([.. seen.Panes.Values], 5, default) is var look && look.Values.All(text => text.Length > 0) ? look : null,
            "both screens");
        screens["app-1"].ShouldBe("in tmux");
        screens["app-2"].ShouldBe("in a process");
    }

    [Fact]
    public async Task What_is_done_to_a_session_reaches_its_own_terminal()
    {
        await StartBothAsync();

        await both.SendAsync("app-2", "hello", default);

        await Eventually.TrueAsync(
            async () => (await both.OutputAsync("app-2", 5, default)).Contains("hello", StringComparison.Ordinal), "the echo");
        (await both.AttachAsync("app-1", default)).Runtime.ShouldBe("tmux");
        (await both.AttachAsync("app-2", default)).Runtime.ShouldBe("process");
        (await both.DestroyAsync("app-2", default)).ShouldBeTrue();
        (await both.DestroyAsync("app-2", default)).ShouldBeFalse();
        (await both.SnapshotAsync(default)).Panes.Keys.ShouldBe(["app-1"]);
    }

    [Theory]
    [InlineData("app-1")]
    [InlineData("app-2")]
    public async Task Wait_ends_with_a_change_of_either(string ended)
    {
        await StartBothAsync();
        var waiting = both.WaitForChangeAsync(default);

        await both.DestroyAsync(ended, default);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_make_that_does_not_exist_is_refused_by_name()
    {
        var refusal = await Should.ThrowAsync<AtheneException>(
            both.CreateAsync(tmux.Program("app-1", ["true"]) with { Runtime = "docker" }, default));

        refusal.Type.ShouldBe(ErrorTypes.ConfigurationInvalid);
        refusal.Message.ShouldContain("'docker'");
        refusal.Hint.ShouldNotBeNull().ShouldContain("process, tmux");
    }

    private async Task StartBothAsync()
    {
        await both.CreateAsync(tmux.Script("app-1", "echo in tmux; exec cat"), default);
        await both.CreateAsync(process.Script("app-2", "echo in a process; exec cat"), default);
    }
}
