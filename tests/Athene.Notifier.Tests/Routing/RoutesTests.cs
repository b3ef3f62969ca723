using Athene.Configuration;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Notifier.Tests.Routing;

public sealed class RoutesTests
{
    [Fact]
    public void For_without_configuration_takes_all_that_reach_somebody()
    {
        For("", desktop: true).ShouldBe(["log", "desktop"]);
        For("", desktop: false).ShouldBe(["log"]);
    }

    [Theory]
    [InlineData("notificationRouting: { urgent: [desktop] }", "desktop")]
    [InlineData("notificationRouting: { urgent: [log, desktop, log] }", "log desktop")]
    [InlineData("notificationRouting: { info: [log] }", "log desktop")]
    [InlineData("notificationRouting: { urgent: [] }", "")]
    [InlineData("defaults: { notifiers: [desktop] }", "desktop")]
    [InlineData("{ defaults: { notifiers: [desktop] }, notificationRouting: { urgent: [log] } }", "log")]
    [InlineData("{ notifiers: { mine: { plugin: desktop } }, notificationRouting: { urgent: [mine] } }", "desktop")]
    [InlineData("notificationRouting: { urgent: [pigeon] }", "log")]
    public void For_follows_the_route_then_the_defaults(string configuration, string channels) =>
        string.Join(' ', For(configuration, desktop: true)).ShouldBe(channels);

    [Fact]
    public void For_falls_back_to_the_log_where_nothing_named_reaches_anybody() =>
        For("notificationRouting: { urgent: [desktop] }", desktop: false).ShouldBe(["log"]);

    [Fact]
    public void Complaints_name_what_leads_nowhere()
    {
        using var folder = new TemporaryDirectory();

        Routes(folder, "{ notificationRouting: { urgent: [pigeon, log], info: [pigeon] }, defaults: { notifiers: [desktop] } }", desktop: false)
            .Complaints()
            .ShouldBe(["'pigeon' is no channel of this version of Athene (there are: log, desktop)", "'desktop' reaches nobody here"]);
    }

    private static string[] For(string configuration, bool desktop)
    {
        using var folder = new TemporaryDirectory();
        return [.. Routes(folder, configuration, desktop).For(NotificationPriority.Urgent).Select(channel => channel.Name)];
    }

    private static Routes Routes(TemporaryDirectory folder, string configuration, bool desktop)
    {
        var file = folder.Combine("athene.yaml");
        File.WriteAllText(file, configuration);
        return new Routes(
            ConfigurationLoader.Load(file),
            [new LogChannel(NullLogger<LogChannel>.Instance), new DesktopChannel(new DesktopEnvironment("/bin/true", desktop))]);
    }
}
