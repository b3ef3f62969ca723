namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class TmuxSendTests() : SendContract(settings => new TmuxHome(settings))
{
    [Fact]
    public async Task Send_goes_to_the_agent_also_when_a_person_split_the_window_or_scrolled_up()
    {
        await StartAsync();
        var tmux = (await Home.Runtime.AttachAsync("app-1", default)).Command.Take(3).ToArray();
        await Cli.Wrap("tmux").WithArguments([.. tmux[1..], "copy-mode", "-t", "=app-1:", ";", "split-window", "-t", "=app-1:", "sleep 60"]).ExecuteAsync();

        await Home.Runtime.SendAsync("app-1", "for the agent", default);

        (await ReceivedAsync(1)).ShouldContain("for the agent");
    }
}
