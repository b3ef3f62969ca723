using System.Text.Json.Nodes;
using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Session.History;

namespace Athene.Session.Tests.History;

public sealed class EventNoticesTests
{
    [Theory]
    [InlineData(EventKinds.SpawnHeld, NotificationPriority.Action, "athene queue release spawn-1")]
    [InlineData(EventKinds.BudgetSpent, NotificationPriority.Action, "ended, with their work kept")]
    [InlineData(EventKinds.BudgetWarned, NotificationPriority.Warning, "athene budget")]
    public void Of_whatAPersonShouldHear_saysWhatToDo(string kind, NotificationPriority priority, string what)
    {
        var notice = EventNotices.Of(Happened(kind)).ShouldNotBeNull();

        notice.Id.ShouldBe("session-event-7");
        notice.Priority.ShouldBe(priority);
        notice.Body.ShouldContain(what);
        notice.ProjectId.ShouldBe("app");
    }

    [Fact]
    public void Of_otherEvents_isNothing() => EventNotices.Of(Happened(EventKinds.Spawned)).ShouldBeNull();

    private static EventDocument Happened(string kind) => new(
        7, DateTimeOffset.UnixEpoch, kind, "warn", "app", null, "It happened", new JsonObject { ["operationId"] = "spawn-1", ["action"] = "stop" });
}
