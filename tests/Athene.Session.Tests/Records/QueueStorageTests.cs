using Athene.Session.Records;
using static Athene.Session.Tests.Queue.Waiting;

namespace Athene.Session.Tests.Records;

public sealed class QueueStorageTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task WriteWithQueue_isReadByTheNextProcess_andTogetherWithTheProject()
    {
        using (var ledger = store.NewLedger())
        {
            await ledger.WriteWithQueueAsync(
                "queued",
                null,
                draft =>
                {
                    draft.Queue = draft.Queue.With(Entry("spawn-9", "queued", after: new Dependency("app-1", null, "app-1")) with { Issue = "7", Since = draft.Now });
                    return draft.Project = new ProjectRecord { Id = "queued" }.WithQueued("7", "spawn-9");
                },
                None);
        }

        using var next = store.NewLedger();
        var entry = (await next.ReadQueueAsync(None)).Find("spawn-9").ShouldNotBeNull();
        entry.After.ShouldHaveSingleItem().SessionId.ShouldBe("app-1");
        entry.Number.ShouldBe(1);
        (await next.FindProjectAsync("queued", None)).ShouldNotBeNull().QueuedWith("#7").ShouldBe("spawn-9");
    }

    [Fact]
    public async Task Write_thatDidNotAskForTheQueue_cannotTouchIt()
    {
        using var ledger = store.NewLedger();

        await Should.ThrowAsync<InvalidOperationException>(() => ledger.WriteAsync(null, null, draft => draft.Queue, None));
    }
}
