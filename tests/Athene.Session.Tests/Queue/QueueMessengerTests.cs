using Athene.Dapr.Workflow;
using Athene.Session.Queue;
using Athene.Session.Records;
using Athene.Session.Tests.Records;
using Athene.Session.Workflows;
using static Athene.Session.Tests.Queue.Waiting;

namespace Athene.Session.Tests.Queue;

public sealed class QueueMessengerTests : IClassFixture<StoreUnderTest>, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Ledger ledger;
    private readonly DaprWorkflowClient workflows;
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly QueueMessenger messenger;

    public QueueMessengerTests(StoreUnderTest store)
    {
        ledger = store.NewLedger();
        workflows = store.Workflows();
        messenger = new QueueMessenger(ledger, workflows, time);
    }

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Deliver_waitingSpawnWhoseWorkflowNeverBegan_givesItsIssueBackAfterAMinute()
    {
        await EnlistAsync("spawn-orphan", "7");

        await messenger.DeliverAsync(await ledger.ReadQueueAsync(None), None);
        (await HolderOfAsync("7")).ShouldBe("spawn-orphan");

        time.Advance(TimeSpan.FromMinutes(2));
        await messenger.DeliverAsync(await ledger.ReadQueueAsync(None), None);
        (await HolderOfAsync("7")).ShouldBeNull();
        (await ledger.ReadQueueAsync(None)).Find("spawn-orphan").ShouldBeNull();
    }

    [Fact]
    public async Task Deliver_waitingSpawnWhoseWorkflowIsThere_keepsItsPlaceForAsLongAsItWaits()
    {
        await EnlistAsync("spawn-patient", "8");
        // Nobody carries it out: one that is to start at once would be waited for.
        await workflows.ScheduleNewWorkflowAsync(nameof(SpawnSession), "spawn-patient", null, time.GetUtcNow().AddDays(1));

        time.Advance(TimeSpan.FromHours(3));
        await messenger.DeliverAsync(await ledger.ReadQueueAsync(None), None);

        (await HolderOfAsync("8")).ShouldBe("spawn-patient");
    }

    private Task<bool> EnlistAsync(string operationId, string issue) => ledger.WriteWithQueueAsync(
        "orphans",
        null,
        draft =>
        {
            Enlistment.Apply(draft, Entry(operationId, "orphans") with { Issue = issue });
            return true;
        },
        None);

    private async Task<string?> HolderOfAsync(string issue) => (await ledger.FindProjectAsync("orphans", None)).ShouldNotBeNull().QueuedWith(issue);
}
