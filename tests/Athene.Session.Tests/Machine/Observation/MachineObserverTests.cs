using Athene.Session.Machine.Observation;
using Athene.Session.Tests.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Observation;

public sealed class MachineObserverTests : IDisposable
{
    private readonly TmuxHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Observe_tells_an_agent_from_its_start_to_its_end()
    {
        var observer = new MachineObserver(home.Runtime);
        (await observer.ObserveAsync(default)).Changes.ShouldBeEmpty();

        await home.Runtime.CreateAsync(home.Script("app-1", "echo working; while [ ! -e go ]; do sleep 0.01; done; exit 4"), default);
        var first = await observer.ObserveAsync(default);
        first.Changes.ShouldContain(new RuntimeAppeared("app-1"));
        // A screen is handed out when it is new: the first look may have had it already.
        var screen = first.Screens.GetValueOrDefault("app-1");
        await Eventually.TrueAsync(
            async () => (screen == "working" ? screen : screen = (await observer.ObserveAsync(default)).Screens.GetValueOrDefault("app-1")) == "working",
            "the screen");

        await File.WriteAllTextAsync(home.Combine("go"), "");
        await Eventually.TrueAsync(
            async () => (await observer.ObserveAsync(default)).Changes.Contains(new AgentExited("app-1", 4, null)), "the exit");
        (await observer.ObserveAsync(default)).Changes.OfType<AgentExited>().ShouldBeEmpty();

        await home.Runtime.DestroyAsync("app-1", default);
        (await observer.ObserveAsync(default)).Changes.ShouldBe([new RuntimeGone("app-1")]);
        (await observer.ObserveAsync(default)).Changes.ShouldBeEmpty();
    }
}
