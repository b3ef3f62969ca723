using Athene.Configuration;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Channels.Desktop;
using Athene.Notifier.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Notifier.Tests.Routing;

public sealed class RoutesTests
{
    [Fact]
    public void For_without_configuration_takes_all_that_reach_somebody()
    {
        For("", desktop: true).ShouldBe(["log", "dashboard", "desktop"]);
        For("", desktop: false).ShouldBe(["log", "dashboard"]);
    }

    [Theory]
    [InlineData("notificationRouting: { urgent: [desktop] }", "desktop")]
    [InlineData("notificationRouting: { urgent: [log, desktop, log] }", "log desktop")]
    [InlineData("notificationRouting: { info: [log] }", "log dashboard desktop")]
    [InlineData("notificationRouting: { urgent: [] }", "")]
    [InlineData("defaults: { notifiers: [desktop] }", "desktop")]
    [InlineData("{ defaults: { notifiers: [desktop] }, notificationRouting: { urgent: [log] } }", "log")]
    [InlineData("{ notifiers: { mine: { plugin: desktop } }, notificationRouting: { urgent: [mine] } }", "mine")]
    [InlineData("{ notifiers: { mine: { plugin: desktop } } }", "log dashboard desktop mine")]
    [InlineData("{ notifiers: { a: { plugin: log }, b: { plugin: log } }, defaults: { notifiers: [b, a] } }", "b a")]
    [InlineData("notificationRouting: { urgent: [pigeon] }", "pigeon log")]
    [InlineData("{ projects: { app: { path: ., notifiers: [log] } }, defaults: { notifiers: [desktop] } }", "log")]
    [InlineData("{ projects: { app: { path: ., notifiers: [desktop], notificationRouting: { urgent: [log] } } } }", "log")]
    [InlineData("{ projects: { app: { path: ., notificationRouting: { info: [log] } } }, notificationRouting: { urgent: [desktop] } }", "desktop")]
    [InlineData("{ projects: { other: { path: ., notifiers: [log] } }, defaults: { notifiers: [desktop] } }", "desktop")]
    public void For_follows_the_project_then_the_route_then_the_defaults(string configuration, string notifiers) =>
        string.Join(' ', For(configuration, desktop: true)).ShouldBe(notifiers);

    [Fact]
    public void For_falls_back_to_the_log_where_nothing_named_reaches_anybody() =>
        For("notificationRouting: { urgent: [desktop] }", desktop: false).ShouldBe(["log"]);

    private static string[] For(string configuration, bool desktop)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        File.WriteAllText(file, configuration);
        var read = ConfigurationLoader.Load(file);
        var catalog = new NotifierCatalog(read);
        var environment = new DesktopEnvironment("/bin/true", null, desktop);
        var channels = new ChannelFactory(null!, null!, null!, environment, TimeProvider.System, NullLogger<LogChannel>.Instance);
        return [.. new Routes(read, catalog, new Targets(catalog, channels)).For(NotificationPriority.Urgent, "app").Select(target => target.Name)];
    }
}
