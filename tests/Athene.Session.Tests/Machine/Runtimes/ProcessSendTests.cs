namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class ProcessSendTests() : SendContract(settings => new ProcessHome(settings))
{
    [Fact]
    public async Task Send_to_a_program_that_does_not_know_pastes_types_the_bare_text()
    {
        await Home.Runtime.CreateAsync(Home.Script("app-2", "stty raw -echo; touch plain; exec cat > got"), default);
        await Eventually.FileAsync(Home.Combine("plain"));

        await Home.Runtime.SendAsync("app-2", "one\ntwo", default);

        (await ReceivedAsync(1)).ShouldBe("one\ntwo\r");
    }
}
