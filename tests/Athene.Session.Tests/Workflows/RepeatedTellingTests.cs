using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Dapr.Workflow;
using Athene.Dapr.Workflow.Abstractions;
using Athene.Session.Faults;
using Athene.Session.History;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Tests.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Workflows;

/// <summary>Steps that tell of a failure and come twice, as after a crash between their writing and their answer; with a real ledger.</summary>
public sealed class RepeatedTellingTests : IClassFixture<StoreUnderTest>, IDisposable
{
    private const string Operation = "claim-held-1";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ProblemDocument Problem = new(ErrorTypes.Internal, "It failed.", 500);

    private readonly StoreUnderTest store;
    private readonly Ledger ledger;
    private readonly TemporaryDirectory home = new();
    private readonly StepRunner runner;

    public RepeatedTellingTests(StoreUnderTest store)
    {
        (this.store, ledger) = (store, store.NewLedger());
        var faults = new StepFaults(new ConfigurationBuilder().Build(), AtheneHome.From(home.Path), NullLogger<StepFaults>.Instance);
        runner = new StepRunner(new OperationWatch(), faults, NullLogger<StepRunner>.Instance);
    }

    public void Dispose()
    {
        ledger.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task RecordKillFailure_twice_tellsOnceAndLetsGo()
    {
        await HoldAsync("kill-1", "kill-kill-1");

        await TwiceAsync(new RecordKillFailure(runner, ledger), new FailedKill("kill-1", Problem, Began: true));

        await ShouldBeToldOnceAsync("kill-1", EventKinds.KillFailed);
    }

    [Fact]
    public async Task RecordKillFailure_ofAKillThatWasRefusedAtTheBeginning_isToldAndLeavesTheHolderAlone()
    {
        await HoldAsync("busy-1", "restore-busy-1-1");

        await new RecordKillFailure(runner, ledger).RunAsync(new Context(), new FailedKill("busy-1", Problem));

        (await ToldAsync("busy-1", EventKinds.KillFailed)).ShouldBe(1);
        (await ledger.FindSessionAsync("busy-1", None)).ShouldNotBeNull().HeldBy.ShouldBe("restore-busy-1-1");
    }

    [Fact]
    public async Task AbandonClaim_twice_tellsOnceAndLetsGo()
    {
        await HoldAsync("held-1", Operation);

        await TwiceAsync(new AbandonClaim(runner, ledger), new AbandonedClaim(new ClaimInput(Operation, "held-1", "42", Assign: false), Problem, [], Began: true));

        await ShouldBeToldOnceAsync("held-1", EventKinds.ClaimFailed);
    }

    [Fact]
    public async Task AnnounceRollback_twice_tellsOnce()
    {
        await HoldAsync("spawned-1", null);

        await TwiceAsync(new AnnounceRollback(runner, ledger), new Rollback("spawn-1", "app", "spawned-1", Problem));

        (await ToldAsync("spawned-1", EventKinds.RollbackStarted)).ShouldBe(1);
    }

    private Task<bool> HoldAsync(string sessionId, string? operationId) => ledger.WriteAsync(
        "app",
        sessionId,
        draft =>
        {
            draft.Session = Samples.Session(sessionId) with { HeldBy = operationId };
            return true;
        },
        None);

    private static async Task TwiceAsync<TInput>(Step<TInput, object?> step, TInput input)
    {
        await step.RunAsync(new Context(), input);
        await step.RunAsync(new Context(), input);
    }

    private async Task ShouldBeToldOnceAsync(string sessionId, string kind)
    {
        (await ToldAsync(sessionId, kind)).ShouldBe(1);
        (await ledger.FindSessionAsync(sessionId, None)).ShouldNotBeNull().HeldBy.ShouldBeNull();
    }

    private async Task<int> ToldAsync(string sessionId, string kind) =>
        (await new HistoryReader(store.Documents()).ReadAsync(new HistoryQuery(sessionId, kind), None)).Count;

    private sealed class Context : WorkflowActivityContext
    {
        public override TaskIdentifier Identifier => new("step");

        public override string TaskExecutionKey => "operation-1-1";

        public override string InstanceId => "operation-1";
    }
}
