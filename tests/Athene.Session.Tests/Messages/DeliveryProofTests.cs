using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Session.Messages;
using Athene.Session.Observing;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Messages;

public sealed class DeliveryProofTests(StoreUnderTest state) : IClassFixture<StoreUnderTest>, IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory home = new();
    private readonly FakeTimeProvider time = new();
    private readonly EvidenceBoard board = new();
    private readonly AwaitedProofs awaited = new();
    private readonly string sessionId = $"app-{Guid.NewGuid():N}";
    private Ledger ledger = null!;
    private MessageStore store = null!;
    private MessageMarks marks = null!;
    private DeliveryProof proof = null!;

    public async Task InitializeAsync()
    {
        ledger = state.NewLedger();
        store = new MessageStore(state.Documents());
        marks = new MessageMarks(store, ledger, new OperationWatch(), awaited, time);
        var live = new LiveSessions(ledger, time);
        proof = new DeliveryProof(
            board, live, store, marks, awaited, new TaskProof(live, ledger, AtheneHome.From(home.Path)), new AtheneConfiguration(), time,
            NullLogger<DeliveryProof>.Instance);
        await ledger.WriteAsync("app", sessionId, AddSession, default);
        await proof.StartAsync(default);
    }

    [Fact]
    public async Task Prompt_withTheTextOfASubmittedMessage_provesIt()
    {
        await SubmitAsync("m-1", "please go on");

        See("please go on", EvidenceSource.Native);

        await BecomesAsync("m-1", MessageState.Accepted);
    }

    [Fact]
    public async Task Prompt_seenByTwoSources_provesOneMessageOnly()
    {
        await SubmitAsync("m-1", "continue");
        await SubmitAsync("m-2", "continue");

        See("continue", EvidenceSource.Hook);
        See("continue", EvidenceSource.Native);
        See("something else", EvidenceSource.Native);
        await BecomesAsync("m-1", MessageState.Accepted);
        (await StateOfAsync("m-2")).ShouldBe(MessageState.Submitted);

        See("continue", EvidenceSource.Native);
        await BecomesAsync("m-2", MessageState.Accepted);
    }

    [Fact]
    public async Task Prompt_thatIsOlderThanTheMessage_provesNothing()
    {
        time.Advance(TimeSpan.FromMinutes(1));
        await SubmitAsync("m-1", "continue");
        await SubmitAsync("m-2", "the next one");

        board.AddPrompt(sessionId, new PromptSighting("continue", time.GetUtcNow().AddSeconds(-10), EvidenceSource.Native));
        See("the next one", EvidenceSource.Native);

        await BecomesAsync("m-2", MessageState.Accepted);
        (await StateOfAsync("m-1")).ShouldBe(MessageState.Submitted);
    }

    [Fact]
    public async Task Prompt_beforeTheMessageIsMarkedAsSubmitted_staysProven()
    {
        await PasteAsync("m-1", "quick one");
        See("quick one", EvidenceSource.Hook);
        await BecomesAsync("m-1", MessageState.Accepted);

        await marks.MarkAsync(sessionId, "m-1", MessageState.Submitted, null, default, provable: true);

        (await StateOfAsync("m-1")).ShouldBe(MessageState.Accepted);
        (await ledger.FindSessionAsync(sessionId, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task GiveUp_idleAgentThatDoesNotShowTheMessage_leavesItUnconfirmed()
    {
        await SubmitAsync("m-1", "lost");
        Say(Activity.Ready);

        time.Advance(Patience);
        await proof.GiveUpAsync(default);
        (await StateOfAsync("m-1")).ShouldBe(MessageState.Submitted);

        time.Advance(TimeSpan.FromSeconds(1));
        await proof.GiveUpAsync(default);
        (await StateOfAsync("m-1")).ShouldBe(MessageState.Unconfirmed);
        awaited.Contains(sessionId).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Activity.Active)]
    [InlineData(Activity.WaitingInput)]
    public async Task GiveUp_agentThatIsBusyOrAsks_mayHaveQueuedTheMessage(Activity activity)
    {
        await SubmitAsync("m-1", "later");
        time.Advance(TimeSpan.FromMinutes(5));
        Say(activity);

        await proof.GiveUpAsync(default);

        (await StateOfAsync("m-1")).ShouldBe(MessageState.Submitted);
    }

    public async Task DisposeAsync()
    {
        await proof.StopAsync(default);
        await ledger.WriteAsync("app", sessionId, draft => draft.Project = draft.Project!.WithEnded(sessionId), default);
    }

    public void Dispose()
    {
        proof.Dispose();
        ledger.Dispose();
        home.Dispose();
    }

    private bool AddSession(LedgerDraft draft)
    {
        draft.Project = (draft.Project ?? new ProjectRecord { Id = "app" }).WithLive(sessionId);
        draft.Session = Samples.Session(sessionId) with { CreatedAt = time.GetUtcNow(), Runtime = new RuntimeDocument("tmux", sessionId) };
        return true;
    }

    private async Task PasteAsync(string id, string text)
    {
        await store.ChangeAsync(sessionId, log => log.With(new MessageRecord(id, text, MessageState.Queued, time.GetUtcNow())), default);
        await marks.MarkAsync(sessionId, id, MessageState.Pasted, null, default);
    }

    private async Task SubmitAsync(string id, string text)
    {
        await PasteAsync(id, text);
        await marks.MarkAsync(sessionId, id, MessageState.Submitted, null, default, provable: true);
    }

    private void See(string text, EvidenceSource source) => board.AddPrompt(sessionId, new PromptSighting(text, time.GetUtcNow(), source));

    private void Say(Activity activity) => board.Add(sessionId, Evidence.Of(activity, EvidenceSource.Native, time.GetUtcNow()));

    private async Task<MessageState> StateOfAsync(string id) => (await store.ReadAsync(sessionId, default)).Find(id)!.State;

    private Task BecomesAsync(string id, MessageState expected) =>
        Eventually.TrueAsync(async () => await StateOfAsync(id) == expected, $"message {id} being {expected}");
}
