using Athene.Contracts.Events;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests;

public sealed class NotifierServiceTests
{
    private static readonly Notification News = new("app-1-5-needs-input", NotificationPriority.Urgent, "app-1 needs input", "Look.", "app-1");

    private static readonly Notification LaterNews = News with { Id = "app-1-6-finished", Title = "app-1 has finished" };

    [Fact]
    public async Task Notification_that_comes_twice_is_told_once_in_each_channel()
    {
        using var desktop = new NotifySend();
        await using var service = await StartAsync(desktop);

        await PublishAsync(service, News);
        await Patience.UntilAsync(() => Told(service, News) == 1 && desktop.CallCount == 1, "the notification");
        await PublishAsync(service, News);
        await PublishAsync(service, LaterNews);
        await Patience.UntilAsync(() => Told(service, LaterNews) == 1 && desktop.CallCount == 2, "the later notification");

        Told(service, News).ShouldBe(1);
        desktop.Arguments.Count(line => line == News.Title).ShouldBe(1);
        service.Log.ShouldContain(line => line.Contains("\"sessionId\":\"app-1\"") && line.Contains("\"level\":\"warn\"") && line.Contains("\"traceId\""));
    }

    [Fact]
    public async Task Channel_that_fails_is_tried_again_and_does_not_hold_up_or_repeat_the_other()
    {
        using var desktop = new NotifySend("exit 1");
        await using var service = await StartAsync(desktop);

        await PublishAsync(service, News);
        await Patience.UntilAsync(() => Told(service, News) == 1 && desktop.CallCount >= 1, "the log, and a try at the desktop");
        desktop.Repair();
        var tries = desktop.CallCount;
        await Patience.UntilAsync(() => desktop.CallCount > tries, "another try at the desktop");
        await Patience.UntilAsync(
            async () => (await service.Dapr.GetStateAsync<Delivery.DeliveryMark>(Topics.StateStore, $"delivered-desktop-{News.Id}"))?.Delivered is true,
            "the desktop to be done");

        Told(service, News).ShouldBe(1);
    }

    private static Task<ServiceUnderTest> StartAsync(NotifySend desktop) => ServiceUnderTest.StartAsync(
        "notifier", "Athene.Notifier", [], ("PATH", $"{desktop.Folder}:{Environment.GetEnvironmentVariable("PATH")}"), ("DISPLAY", ":99"));

    private static int Told(ServiceUnderTest service, Notification notification) =>
        service.Log.Count(line => line.Contains("LogChannel") && line.Contains(notification.Id));

    private static Task PublishAsync(ServiceUnderTest service, Notification notification) => service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.Notifications, notification, new Dictionary<string, string> { ["cloudevent.type"] = EventTypes.Notification });
}
