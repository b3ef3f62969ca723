using Athene.Contracts.Events;
using Athene.Contracts.Tracking;
using Athene.TrackerBridge.Watching.Snapshots;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class TrackerEventsTests
{
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
    public void Of_push_isToldApartByItsCommit() => new[]
    {
        TrackerEvents.Of(new PushDocument("acme/app", "main", "a"), "app", null, Samples.Start).Id,
        TrackerEvents.Of(new PushDocument("acme/app", "main", "b"), "app", null, Samples.Start).Id,
        TrackerEvents.Of(new PushDocument("acme/app", "main", null), "app", null, Samples.Start).Id,
    }.ShouldBeUnique();
}
