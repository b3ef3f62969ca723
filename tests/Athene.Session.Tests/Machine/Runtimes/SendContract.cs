using System.Text;
using Athene.Contracts.Errors;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>How every make of terminal types.</summary>
public abstract class SendContract(Func<RuntimeSettings, RuntimeHome> open) : IDisposable
{
    /// <summary>An agent as real ones are: raw terminal, bracketed paste; writes all that it gets into a file.</summary>
    private const string Agent = "stty raw -echo; printf '\\033[?2004h'; touch ready; exec cat > got";

    private readonly RuntimeHome home = open(new RuntimeSettings());

    protected RuntimeHome Home => home;

    public void Dispose()
    {
        home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("two\nlines with 'quotes', \"more\", $(touch x), `y`; and \\n #{pane_id}")]
    [InlineData("Enter")]
    [InlineData("-p")]
    [InlineData("🦉 Ελλ")]
    public async Task Send_pastes_the_text_as_one_piece_and_then_presses_enter(string text)
    {
        await StartAsync();

        await home.Runtime.SendAsync("app-1", text, default);

        (await ReceivedAsync(1)).ShouldBe($"\e[200~{text}\e[201~\r");
    }

    [Fact]
    public async Task Send_of_100_KiB_arrives_whole()
    {
        await StartAsync();
        var text = string.Concat(Enumerable.Range(0, 100 * 1024 / 16).Select(n => $"line {n:d9} x\n"))[..^1];

        await home.Runtime.SendAsync("app-1", text, default);

        (await ReceivedAsync(1)).ShouldBe($"\e[200~{text}\e[201~\r");
    }

    [Fact]
    public async Task Send_takes_out_what_a_terminal_would_obey()
    {
        await StartAsync();

        await home.Runtime.SendAsync("app-1", "a\e[201~\u0003b\r\nc\td", default);

        (await ReceivedAsync(1)).ShouldBe("\e[200~a[201~b\nc\td\e[201~\r");
    }

    [Fact]
    public async Task Case058_Send_by_many_at_once_arrives_whole_and_one_after_the_other()
    {
        await StartAsync();

        await Task.WhenAll(Enumerable.Range(1, 5).Select(n => home.Runtime.SendAsync("app-1", $"message\n{n}", default)));

        var received = (await ReceivedAsync(5)).Split('\r', StringSplitOptions.RemoveEmptyEntries);
        received.Order().ShouldBe(Enumerable.Range(1, 5).Select(n => $"\e[200~message\n{n}\e[201~"));
    }

    [Fact]
    public async Task Send_to_an_agent_that_ended_is_refused()
    {
        await home.Runtime.CreateAsync(home.Script("app-1", "exit 0"), default);
        await Eventually.TrueAsync(async () => (await home.Runtime.FindAsync("app-1", default))!.Exited, "the exit");

        (await Should.ThrowAsync<AtheneException>(home.Runtime.SendAsync("app-1", "x", default))).Message.ShouldContain("has ended");
    }

    [Fact]
    public async Task Send_to_a_session_without_terminal_is_refused() =>
        (await Should.ThrowAsync<AtheneException>(home.Runtime.SendAsync("app-1", "x", default))).Message.ShouldContain("no terminal");

    protected async Task StartAsync()
    {
        await home.Runtime.CreateAsync(home.Script("app-1", Agent), default);
        await Eventually.FileAsync(home.Combine("ready"));
    }

    protected Task<string> ReceivedAsync(int messages) => Eventually.GetAsync(
        () =>
        {
            var file = home.Combine("got");
            var text = File.Exists(file) ? Encoding.UTF8.GetString(File.ReadAllBytes(file)) : "";
            return Task.FromResult(text.Count(character => character == '\r') >= messages ? text : null);
        },
        $"{messages} messages");
}
