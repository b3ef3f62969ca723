using System.Text;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Tests.Records;

public sealed class LedgerTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Write_ofSeveralServicesAtOnce_keepsAllEventsInOrder()
    {
        using var one = store.NewLedger();
        using var other = store.NewLedger();
        Ledger[] ledgers = [one, other];

        await Task.WhenAll(ledgers.Select(async (ledger, writer) =>
        {
            for (var number = 0; number < 20; number++)
                await UntilStoredAsync(() => ledger.RecordAsync(new Happening("test.many", $"{writer}-{number}", "many", "many-1"), None));
        }));

        var events = await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery("many-1", "test.many"), None);
        events.Count.ShouldBe(40);
        events.Select(happened => happened.Id).ShouldBeInOrder();
        events.Select(happened => happened.Id).ShouldBeUnique();
        foreach (var writer in (int[])[0, 1])
        {
            events.Select(happened => happened.Summary).Where(summary => summary.StartsWith($"{writer}-", StringComparison.Ordinal))
                .ShouldBe(Enumerable.Range(0, 20).Select(number => $"{writer}-{number}"));
        }
    }

    [Fact]
    public async Task Write_thatLosesARace_runsAgainOnWhatIsThereNow()
    {
        using var fast = store.NewLedger();
        using var slow = StoreUnderTest.NewLedger(new OvertakenDocuments(store.Documents(), () => RaiseAsync(fast, 10)));

        var runs = await RaiseAsync(slow, 1);

        runs.ShouldBe(2);
        (await fast.FindProjectAsync("raced", None)).ShouldNotBeNull().HighestNumber.ShouldBe(11);

        static async Task<int> RaiseAsync(Ledger ledger, int by)
        {
            var runs = 0;
            await ledger.WriteAsync("raced", null, draft => draft.Project = Raise(draft.Project ?? new ProjectRecord { Id = "raced" }), None);
            return runs;

            ProjectRecord Raise(ProjectRecord project)
            {
                runs++;
                return project with { HighestNumber = project.HighestNumber + by };
            }
        }
    }

    [Fact]
    public async Task Write_ofOneTransaction_storesTheRecordWithItsEvents()
    {
        using var ledger = store.NewLedger();

        await ledger.WriteAsync("app", null, draft =>
        {
            draft.Project = (draft.Project ?? new ProjectRecord { Id = "app" }).WithLive("app-1");
            draft.Session = Samples.Session();
            draft.Record(new Happening("test.made", "made with token=abc123", "app", "app-1"));
            return true;
        }, None);

        (await ledger.FindSessionAsync("app-1", None)).ShouldNotBeNull().Agent.ShouldBe("echo");
        (await ledger.ListProjectsAsync(None)).ShouldContain(project => project.Id == "app" && project.Live.Contains("app-1"));
        (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery("app-1", "test.made"), None))
            .ShouldHaveSingleItem().Summary.ShouldNotContain("abc123");
    }

    [Fact]
    public async Task WriteWithOthers_changesSeveralSessionsOrNone()
    {
        using var fast = store.NewLedger();
        foreach (var id in (string[])["many-1", "many-2", "many-3"]) await AddAsync(fast, id);
        using var slow = StoreUnderTest.NewLedger(new OvertakenDocuments(
            store.Documents(), () => fast.WriteAsync("many", "many-2", draft => draft.Session = draft.Session! with { Branch = "moved" }, None)));

        var seen = await slow.WriteWithOthersAsync("many", "many-1", draft =>
        {
            draft.Session = draft.Session! with { Prompt = "changed" };
            var other = draft.Others.Single(session => session.Id == "many-2");
            draft.Change(other with { Prompt = "changed" });
            draft.Record(new Happening("test.others", "changed two", "many", "many-2"));
            return other.Branch;
        }, None);

        seen.ShouldBe("moved");
        (await fast.ListSessionsAsync(["many-1", "many-2", "many-3"], None)).Select(session => session.Prompt).ShouldBe(["changed", "changed", null]);
        (await fast.FindSessionAsync("many-2", None)).ShouldNotBeNull().Branch.ShouldBe("moved");
        (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery("many-2", "test.others"), None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task WriteWithOthers_ofTwoServicesAtOnce_letsOnlyOneOfThemHaveWhatBothTake()
    {
        using var fast = store.NewLedger();
        foreach (var id in (string[])["prize-1", "prize-2"]) await AddAsync(fast, id);
        using var slow = StoreUnderTest.NewLedger(new OvertakenDocuments(store.Documents(), () => TakeAsync(fast, "prize-2")));

        await TakeAsync(slow, "prize-1");

        (await fast.ListSessionsAsync(["prize-1", "prize-2"], None)).Select(session => session.Prompt).ShouldBe(["taken", null]);

        static Task TakeAsync(Ledger ledger, string sessionId) => ledger.WriteWithOthersAsync("prize", sessionId, draft =>
        {
            foreach (var other in draft.Others.Where(other => other.Prompt is not null)) draft.Change(other with { Prompt = null });
            return draft.Session = draft.Session! with { Prompt = "taken" };
        }, None);
    }

    [Fact]
    public async Task Archive_takesSessionsOutOfTheListsAndKeepsTheirRecords()
    {
        using var ledger = store.NewLedger();
        foreach (var id in (string[])["old-1", "old-2"]) await AddAsync(ledger, id);
        await ledger.WriteAsync("old", null, draft => draft.Project = draft.Project!.WithEnded("old-1").WithEnded("old-2"), None);
        await store.Documents().TryWriteAsync([new DocumentWrite(RecordKeys.Messages("old-1"), "{}"u8.ToArray(), null)], None);
        await ledger.RecordAsync(new Happening("test.old", "before", "old", "old-1"), None);

        await ledger.WriteAsync("old", null, draft =>
        {
            draft.Archive(["old-1"]);
            return true;
        }, None);

        var project = (await ledger.FindProjectAsync("old", None)).ShouldNotBeNull();
        (project.Ended, project.ArchivedCount, project.ArchivePages).ShouldSatisfyAllConditions(
            kept => kept.Ended.ShouldBe(["old-2"]), kept => kept.ArchivedCount.ShouldBe(1), kept => kept.ArchivePages.ShouldBe(1));
        (await ledger.ListArchivedAsync("old", 0, None)).ShouldBe(["old-1"]);
        (await ledger.FindSessionAsync("old-1", None)).ShouldNotBeNull();
        var left = await store.Documents().ReadAsync([RecordKeys.Messages("old-1"), RecordKeys.SessionHistory("old-1")], None);
        left.ShouldAllBe(document => document.Json == null);
        (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery("old-1", "test.old"), None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Write_ofAProjectThatCannotBeRead_keepsItsBytesAside()
    {
        using var ledger = store.NewLedger();
        await store.Documents().TryWriteAsync([new DocumentWrite(RecordKeys.Project("torn"), "{\"id\": 7}"u8.ToArray(), null)], None);

        await ledger.WriteAsync("torn", null, draft => draft.Project ??= new ProjectRecord { Id = "torn" }, None);

        var told = (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery(null, EventKinds.CorruptDetected, null, "torn"), None)).ShouldHaveSingleItem();
        var kept = (await store.Documents().ReadAsync([told.Data!["keptAs"]!.GetValue<string>()], None))[0];
        kept.Json.ShouldNotBeNull().ShouldContain("7");
    }

    [Fact]
    public async Task Case041_UnreadableRecord_isLeftOutAndKeptAsideWhenItIsWritten()
    {
        using var ledger = store.NewLedger();
        (await store.Documents().TryWriteAsync([new DocumentWrite(RecordKeys.Session("bad-1"), Encoding.UTF8.GetBytes("{\"id\":[\"torn\"]}"), null)], None)).ShouldBeTrue();

        (await ledger.ListSessionsAsync(["bad-1"], None)).ShouldBeEmpty();
        await ledger.WriteAsync(null, "bad-1", draft => draft.Session = Samples.Session("bad-1"), None);

        (await ledger.FindSessionAsync("bad-1", None)).ShouldNotBeNull();
        var told = (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery("bad-1", EventKinds.CorruptDetected), None)).ShouldHaveSingleItem();
        var kept = await store.Documents().ReadAsync([told.Data!["keptAs"]!.GetValue<string>()], None);
        kept[0].Json.ShouldNotBeNull().ShouldContain("torn");
    }

    private static Task<SessionRecord> AddAsync(Ledger ledger, string id) => ledger.WriteAsync(id[..id.LastIndexOf('-')], id, draft =>
    {
        draft.Project = (draft.Project ?? new ProjectRecord { Id = id[..id.LastIndexOf('-')] }).WithLive(id);
        return draft.Session = Samples.Session(id);
    }, None);

    // The ledger gives up after some lost races in a row; between two services that never pause that is no failure of this test.
    private static async Task UntilStoredAsync(Func<Task> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write();
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                await Task.Delay(10);
            }
        }
    }
}
