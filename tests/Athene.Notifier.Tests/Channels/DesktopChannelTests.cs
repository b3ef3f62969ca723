using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Channels.Desktop;

namespace Athene.Notifier.Tests.Channels;

public sealed class DesktopChannelTests
{
    private static readonly Message Hostile = new(new Notification("1", NotificationPriority.Urgent, "--help \"$(id)\"", "a <b> & c 😀"));

    [Fact]
    public async Task Send_hands_title_and_body_over_as_they_are()
    {
        using var program = new DesktopProgram();

        await Channel(new DesktopEnvironment(program.Program, null, true), sound: false).SendAsync(Hostile, CancellationToken.None);

        program.Arguments.ShouldBe(
            ["--app-name=Athene", "--urgency=critical", "--", "--help \"$(id)\"", "a &lt;b&gt; &amp; c 😀", "--end--"]);
    }

    [Fact]
    public async Task Send_by_the_bus_quotes_what_could_be_read_as_something_else()
    {
        using var program = new DesktopProgram(name: "gdbus");
        var message = new Message(new Notification("1", NotificationPriority.Urgent, @"it's [1, 2] \ done", "one\ntwo"));

        await Channel(new DesktopEnvironment(null, program.Program, true)).SendAsync(message, CancellationToken.None);

        program.Arguments.SkipWhile(argument => argument != "--").ShouldBe(
        [
            "--", "'Athene'", "uint32 0", "''", @"'it\'s [1, 2] \\ done'", @"'one\ntwo'", "@as []",
            "{'urgency': <byte 2>, 'sound-name': <'message-new-instant'>}", "int32 -1", "--end--",
        ]);
    }

    [Fact]
    public async Task Send_that_fails_says_how()
    {
        using var program = new DesktopProgram("echo 'no bus' >&2; exit 3");

        var failure = await Should.ThrowAsync<ChannelException>(
            () => Channel(new DesktopEnvironment(program.Program, null, true)).SendAsync(Hostile, CancellationToken.None));

        failure.Message.ShouldBe("notify-send ended with 3: no bus");
    }

    [Fact]
    public async Task Send_by_a_program_that_cannot_be_run_is_a_failure_of_the_channel()
    {
        using var folder = new TemporaryDirectory();

        await Should.ThrowAsync<ChannelException>(
            () => Channel(new DesktopEnvironment(folder.Combine("notify-send"), null, true)).SendAsync(Hostile, CancellationToken.None));
    }

    [Theory]
    [InlineData("notify-send", "DISPLAY", true)]
    [InlineData("gdbus", "WAYLAND_DISPLAY", true)]
    [InlineData("notify-send", "DBUS_SESSION_BUS_ADDRESS", true)]
    [InlineData("notify-send", "TERM", false)]
    [InlineData("something-else", "DISPLAY", false)]
    public void Desktop_is_there_with_a_program_and_a_session(string installed, string variable, bool available)
    {
        using var program = new DesktopProgram(name: installed);

        var desktop = DesktopEnvironment.From(name => name == "PATH" ? $"/nowhere:{program.Folder}" : name == variable ? ":0" : null);

        Channel(desktop).IsAvailable.ShouldBe(available);
    }

    private static DesktopChannel Channel(DesktopEnvironment desktop, bool sound = true) => new(new DesktopSettings { Sound = sound }, desktop);
}
