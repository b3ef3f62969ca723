using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Dapr.Workflow;
using Athene.Dapr.Workflow.Abstractions;
using Athene.Session.Faults;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Tests.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Workflows;

/// <summary>The last step of an undone spawn, with a real ledger.</summary>
public sealed class AbandonSpawnTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Abandon_spawnOfWhichNothingIsLeft_givesItsNumberBack() =>
        (await AbandonAsync("clean", [])).ShouldBe(6);

    [Fact]
    public async Task Abandon_spawnWhoseWorktreeCouldNotBeRemoved_keepsItsNumberFromTheNextOne() =>
        (await AbandonAsync("stuck", [new FailedUndo(nameof(DiscardWorkspace), "busy")])).ShouldBe(7);

    /// <returns>The highest number that the project has used then, of 7 before.</returns>
    private async Task<int> AbandonAsync(string project, IReadOnlyList<FailedUndo> failures)
    {
        using var ledger = store.NewLedger();
        using var home = new TemporaryDirectory();
        var sessionId = $"{project}-7";
        await ledger.WriteAsync(project, sessionId, draft => Reserve(draft, project, sessionId), None);
        var faults = new StepFaults(new ConfigurationBuilder().Build(), AtheneHome.From(home.Path), NullLogger<StepFaults>.Instance);
        var step = new AbandonSpawn(new StepRunner(new OperationWatch(), faults, NullLogger<StepRunner>.Instance), ledger);

        await step.RunAsync(new Context(), new AbandonedSpawn(
            "spawn-1", project, SessionKind.Worker, nameof(StartRuntime), sessionId, new ProblemDocument(ErrorTypes.Internal, "It failed.", 500), failures));

        var after = (await ledger.FindProjectAsync(project, None)).ShouldNotBeNull();
        after.Live.ShouldBeEmpty();
        after.Reservations.ShouldBeEmpty();
        (await ledger.FindSessionAsync(sessionId, None)).ShouldBeNull();
        return after.HighestNumber;
    }

    private static bool Reserve(LedgerDraft draft, string project, string sessionId)
    {
        draft.Project = new ProjectRecord { Id = project, HighestNumber = 7 }.WithLive(sessionId).WithReservation("spawn-1", sessionId);
        draft.Session = Samples.Session(sessionId) with { ProjectId = project };
        return true;
    }

    private sealed class Context : WorkflowActivityContext
    {
        public override TaskIdentifier Identifier => new(nameof(AbandonSpawn));

        public override string TaskExecutionKey => "spawn-1-1";

        public override string InstanceId => "spawn-1";
    }
}
