using Athene.Session.History;
using Athene.Session.Orchestrators;
using Athene.Session.Records;
using Athene.Session.Tests.Records;

namespace Athene.Session.Tests.Orchestrators;

public sealed class OrchestratorLeaseTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    [Fact]
    public async Task Take_byManyProcessesAtOnce_isGrantedToOne()
    {
        var ledgers = Enumerable.Range(0, 4).Select(_ => store.NewLedger()).ToList();

        var leases = await Task.WhenAll(ledgers.SelectMany((ledger, index) => Enumerable.Range(0, 5).Select(round =>
            ledger.WriteAsync("contended", null, draft => OrchestratorLeases.Take(draft, "contended", Lease($"op-{index}-{round}", $"process-{index}"), null), CancellationToken.None))));

        leases.Select(lease => lease.OperationId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Take_heldByAnotherProcess_tellsOfTheConflictOnce()
    {
        var first = Take(new ProjectRecord { Id = "app" }, Lease("op-1", "one"));
        var second = Take(first.Project!, Lease("op-2", "two"));
        var third = Take(second.Project!, Lease("op-3", "two"));

        first.Happenings.ShouldBeEmpty();
        second.Happenings.ShouldHaveSingleItem().Kind.ShouldBe(EventKinds.OrchestratorConflict);
        third.Happenings.ShouldBeEmpty();
        third.Project!.OrchestratorLease!.OperationId.ShouldBe("op-1");
    }

    [Fact]
    public void Take_heldByAnOperationThatEnded_takesItOver() =>
        Take(Take(new ProjectRecord { Id = "app" }, Lease("op-1", "one")).Project!, Lease("op-2", "two"), ended: "op-1")
            .Project!.OrchestratorLease!.OperationId.ShouldBe("op-2");

    [Fact]
    public void Release_byAnOperationThatLostIt_changesNothing()
    {
        var draft = Take(new ProjectRecord { Id = "app" }, Lease("op-2", "two"));

        OrchestratorLeases.Release(draft, "op-1");
        draft.Project!.OrchestratorLease.ShouldNotBeNull();
        OrchestratorLeases.Release(draft, "op-2");
        draft.Project!.OrchestratorLease.ShouldBeNull();
    }

    [Fact]
    public void Answers_isTrueForWhatTheOperationBringsAnyway()
    {
        var ensure = Lease("op-1", "one");
        var relaunch = ensure with { Demand = OrchestratorDemand.Relaunch, Agent = "echo" };

        ensure.Answers(OrchestratorDemand.Ensure, "echo").ShouldBeTrue();
        relaunch.Answers(OrchestratorDemand.Ensure, null).ShouldBeTrue();
        relaunch.Answers(OrchestratorDemand.Relaunch, "echo").ShouldBeTrue();
        relaunch.Answers(OrchestratorDemand.Relaunch, null).ShouldBeFalse();
        ensure.Answers(OrchestratorDemand.Relaunch, null).ShouldBeFalse();
    }

    private static LedgerDraft Take(ProjectRecord project, OrchestratorLease wanted, string? ended = null)
    {
        var draft = new LedgerDraft(project, null, DateTimeOffset.UnixEpoch);
        OrchestratorLeases.Take(draft, "app", wanted, ended);
        return draft;
    }

    private static OrchestratorLease Lease(string operationId, string holder) => new(operationId, OrchestratorDemand.Ensure, null, holder);
}
