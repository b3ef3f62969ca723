using Athene.Contracts.Events;
using Athene.Contracts.Issues;
using Athene.Contracts.Tracking;
using Athene.TrackerBridge.Watching.Snapshots;
using Athene.TrackerBridge.Webhooks;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class TrackerEventsTests
{
    private static readonly PushDocument Push = new("acme/app", "main", "a");

    private static readonly IssueDocument Issue = new("7", "Login", "", "github", IssueState.Closed);

    private static readonly StoredPullRequest Stored = new(Samples.Snapshot with { Revision = 3 }, EventTypes.ChecksChanged)
    {
        Told = new Dictionary<string, long> { ["app-1"] = 2 },
    };

    [Fact]
    public void Of_change_hasTheSameIdEveryTime()
    {
        TrackerEvents.Of(Stored, Samples.Session()).ShouldBe(TrackerEvents.Of(Stored, Samples.Session()));
        TrackerEvents.Of(Stored, Samples.Session()).Type.ShouldBe(EventTypes.ChecksChanged);
    }

    [Fact]
    public void Of_anotherSessionOrRevision_hasAnotherId() => new[]
    {
        TrackerEvents.Of(Stored, Samples.Session()).Id,
        TrackerEvents.Of(Stored, Samples.Session("app-2")).Id,
        TrackerEvents.Of(Stored with { Snapshot = Stored.Snapshot with { Revision = 4 } }, Samples.Session()).Id,
    }.ShouldBeUnique();

    [Fact]
    public void Of_sessionThatNeverHeardOfIt_saysThatItIsThere() => TrackerEvents.Of(Stored, Samples.Session("app-2")).Type.ShouldBe(EventTypes.PullRequestChanged);

    [Fact]
    public void Of_sameStateOfAnotherDelivery_isToldApart() => new[]
    {
        TrackerEvents.Of(Push, "app", null, Delivery("one")).Id,
        TrackerEvents.Of(Push, "app", null, Delivery("two")).Id,
        TrackerEvents.Of(Issue, "app", null, Delivery("one")).Id,
        TrackerEvents.Of(Issue, "app", null, Delivery("two")).Id,
    }.ShouldBeUnique();

    private static WebhookDelivery Delivery(string id) => new(id, "github", ["app"], new WebhookHint(HintKind.Push, "acme/app", Urgency.Now), Samples.Start);
}
