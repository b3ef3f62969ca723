using Athene.Session.Records;

namespace Athene.Session.Tests.Records;

public sealed class SpendingStorageTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task WriteWithSpending_isTheSameDayInTheNextProcess()
    {
        using (var ledger = store.NewLedger())
        {
            foreach (var dollars in (decimal[])[1.25m, 2m])
                await ledger.WriteWithSpendingAsync(null, null, draft => draft.Day = draft.Day.With("app", new Amount(10, dollars)), None);
        }

        using var next = store.NewLedger();
        (await next.ReadTodayAsync(None)).Of("app").ShouldBe(new Amount(20, 3.25m));
        await Should.ThrowAsync<InvalidOperationException>(() => next.WriteAsync(null, null, draft => draft.Day, None));
    }
}
