using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.TrackerBridge.Watching;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class WatchListTests
{
    private readonly WatchList list = new();

    [Fact]
    public void Note_newSession_isNews()
    {
        list.Note(Event(1, Document("a"))).ShouldBeTrue();
        list.Note(Event(2, Document("a"))).ShouldBeFalse();
        list.Sessions.Select(session => session.Branch).ShouldBe(["a"]);
    }

    [Fact]
    public void Note_olderEvent_changesNothing()
    {
        list.Note(Event(5, Document("b")));

        list.Note(Event(4, Document("a"))).ShouldBeFalse();
        list.Sessions.Single().Branch.ShouldBe("b");
    }

    [Fact]
    public void Note_end_isNewsAndAnOlderEventDoesNotUndoIt()
    {
        list.Note(Event(1, Document("a")));

        list.Note(Event(3, null)).ShouldBeTrue();
        list.Note(Event(2, Document("a"))).ShouldBeFalse();
        list.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void Note_orchestratorsAndEndedSessions_areNotWatched()
    {
        list.Note(Event(1, Document("a") with { Kind = SessionKind.Orchestrator }));
        list.Note(Event(2, Document("a") with { Lifecycle = LifecycleDocument.Requested(Samples.Start).To(SessionState.Terminated, SessionReason.PrMerged, Samples.Start) }));

        list.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void Replace_sessionsThatLeft_areForgotten()
    {
        list.Note(Event(1, Document("a")));

        list.Replace([], list.Mark());

        list.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void Replace_whatWasNotedWhileListing_isNewerThanTheList()
    {
        var mark = list.Mark();
        list.Note(Event(1, Document("b")));

        list.Replace([WatchedSession.Of(Document("a"))!], mark);

        list.Sessions.Single().Branch.ShouldBe("b");
    }

    private static SessionEvent Event(long id, SessionDocument? session) =>
        new(EventTypes.Observed, new EventDocument(id, Samples.Start, "kind", "info", "app", "app-1", "summary"), session);

    private static SessionDocument Document(string branch) => new()
    {
        Id = "app-1",
        ProjectId = "app",
        Kind = SessionKind.Worker,
        Status = SessionStatus.Working,
        Agent = "script",
        Branch = branch,
        Machine = "host",
        Lifecycle = LifecycleDocument.Requested(Samples.Start),
        CreatedAt = Samples.Start,
        LastActivityAt = Samples.Start,
    };
}
