using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Session.Messages;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Tests.Records;

namespace Athene.Session.Tests.Messages;

public sealed class OutboxTests(StoreUnderTest state) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Accept_automaticMessageToAnEndedSession_isRefusedAndNotKept()
    {
        using var ledger = state.NewLedger();
        var (outbox, store) = Under(ledger);
        await AddAsync(ledger, "ended-1", ended: true);

        var refusal = await Should.ThrowAsync<AtheneException>(() => outbox.AcceptAsync("ended-1", new MessageRequest("fix it", "a-1", Automatic: true), None));

        (refusal.Type, refusal.Problem.Status).ShouldBe((ErrorTypes.SessionTerminated, 409));
        (await store.ReadAsync("ended-1", None)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Accept_messageOfAPersonToAnEndedSession_isTaken()
    {
        using var ledger = state.NewLedger();
        var (outbox, _) = Under(ledger);
        await AddAsync(ledger, "ended-2", ended: true);

        (await outbox.AcceptAsync("ended-2", new MessageRequest("go on", "p-1"), None)).State.ShouldBe(MessageState.Queued);
    }

    [Fact]
    public async Task Accept_automaticMessageThatWasTakenBeforeTheEnd_isTheSameMessage()
    {
        using var ledger = state.NewLedger();
        var (outbox, _) = Under(ledger);
        await AddAsync(ledger, "ended-3", ended: false);
        var request = new MessageRequest("fix it", "a-1", Automatic: true);
        var taken = await outbox.AcceptAsync("ended-3", request, None);

        await AddAsync(ledger, "ended-3", ended: true);

        (await outbox.AcceptAsync("ended-3", request, None)).ShouldBe(taken);
    }

    private (Outbox Outbox, MessageStore Store) Under(Ledger ledger)
    {
        var store = new MessageStore(state.Documents());
        return (new Outbox(ledger, store, new OperationWatch(), TimeProvider.System), store);
    }

    private static Task<SessionRecord> AddAsync(Ledger ledger, string sessionId, bool ended) => ledger.WriteAsync(
        "app",
        sessionId,
        draft =>
        {
            var session = Samples.Session(sessionId);
            return draft.Session = ended
                ? session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.PrMerged, draft.Now) }
                : session;
        },
        None);
}
