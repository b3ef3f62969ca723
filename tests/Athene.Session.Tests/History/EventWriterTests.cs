using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.History;

/// <summary>What subscribers are given with an event: its session, unless there is none any more.</summary>
public sealed class EventWriterTests : IClassFixture<StoreUnderTest>, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly OutgoingEvents outgoing = new();
    private readonly Ledger ledger;

    public EventWriterTests(StoreUnderTest store)
    {
        var documents = store.Documents();
        ledger = new Ledger(documents, new EventWriter(documents, new EventFeed(), outgoing), TimeProvider.System, NullLogger<Ledger>.Instance);
    }

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Record_ofASessionThatTheChangeDidNotRead_isPublishedWithIt()
    {
        await ledger.WriteAsync("app", "told-1", draft => draft.Session = Samples.Session("told-1"), None);

        await ledger.RecordAsync(new Happening(EventKinds.RestoreFailed, "It did not show itself.", "app", "told-1"), None);

        Next().Session.ShouldNotBeNull().Id.ShouldBe("told-1");
    }

    [Fact]
    public async Task Write_thatForgetsTheSession_isPublishedWithoutIt()
    {
        await ledger.WriteAsync("app", "told-2", draft => draft.Session = Samples.Session("told-2"), None);

        await ledger.WriteAsync("app", "told-2", Forget, None);

        Next().Session.ShouldBeNull();
    }

    private OutgoingEvents.Outgoing Next() => outgoing.Reader.TryRead(out var next) ? next : throw new InvalidOperationException("Nothing goes out.");

    private static bool Forget(LedgerDraft draft)
    {
        draft.Session = null;
        draft.Record(new Happening(EventKinds.Killed, "Ended told-2", "app", "told-2"));
        return true;
    }
}
