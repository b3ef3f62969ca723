using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Tests.Channels;

public sealed class DesktopChannelTests
{
    private static readonly Notification News = new("1", NotificationPriority.Urgent, "--help \"$(id)\"", "a <b> & c 😀");

    [Fact]
    public async Task Send_hands_title_and_body_over_as_they_are()
    {
        using var program = new NotifySend();

        await new DesktopChannel(new DesktopEnvironment(program.Program, true)).SendAsync(News, CancellationToken.None);

        program.Arguments.ShouldBe(
            ["--app-name=Athene", "--urgency=critical", "--", "--help \"$(id)\"", "a &lt;b&gt; &amp; c 😀", "--end--"]);
    }

    [Fact]
    public async Task Send_that_fails_says_how()
    {
        using var program = new NotifySend("echo 'no bus' >&2; exit 3");

        var failure = await Should.ThrowAsync<ChannelException>(
            () => new DesktopChannel(new DesktopEnvironment(program.Program, true)).SendAsync(News, CancellationToken.None));

        failure.Message.ShouldBe("Channel 'desktop' could not deliver: notify-send ended with 3: no bus");
    }

    [Fact]
    public async Task Send_by_a_program_that_cannot_be_run_is_a_failure_of_the_channel()
    {
        using var folder = new TemporaryDirectory();

        await Should.ThrowAsync<ChannelException>(
            () => new DesktopChannel(new DesktopEnvironment(folder.Combine("notify-send"), true)).SendAsync(News, CancellationToken.None));
    }

    [Theory]
    [InlineData(true, "DISPLAY", true)]
    [InlineData(true, "WAYLAND_DISPLAY", true)]
    [InlineData(true, "DBUS_SESSION_BUS_ADDRESS", true)]
    [InlineData(true, "TERM", false)]
    [InlineData(false, "DISPLAY", false)]
    public void Desktop_is_there_with_the_program_and_a_session(bool installed, string variable, bool available)
    {
        using var program = new NotifySend();
        var path = installed ? $"/nowhere:{program.Folder}" : "/nowhere";

        var desktop = DesktopEnvironment.From(name => name == "PATH" ? path : name == variable ? ":0" : null);

        new DesktopChannel(desktop).IsAvailable.ShouldBe(available);
    }
}
