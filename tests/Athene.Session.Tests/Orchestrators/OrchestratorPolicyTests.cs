using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Orchestrators;
using Athene.Session.Records;

namespace Athene.Session.Tests.Orchestrators;

public sealed class OrchestratorPolicyTests
{
    private const string Reuse = "reuse";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly SessionRecord Alive = Samples.Session("app-orchestrator") with
    {
        Kind = SessionKind.Orchestrator,
        Runtime = new RuntimeDocument("tmux", "app-orchestrator"),
        Lifecycle = LifecycleDocument.Requested(Now).To(SessionState.Working, SessionReason.TaskInProgress, Now) with
        {
            Runtime = new RuntimePart(RuntimeState.Alive, RuntimeReason.ProcessRunning, Now),
        },
    };

    private static readonly SessionRecord Dead = Alive with
    {
        Lifecycle = Alive.Lifecycle with { Runtime = new RuntimePart(RuntimeState.Missing, RuntimeReason.TmuxMissing, Now) },
    };

    private static readonly SessionRecord Killed = Alive with
    {
        Retired = true, Lifecycle = Alive.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Now),
    };

    private static readonly SessionRecord Done = Alive with { Lifecycle = Alive.Lifecycle.To(SessionState.Done, SessionReason.ResearchComplete, Now) };

    [Theory]
    [InlineData(OrchestratorDemand.Ensure, Reuse)]
    [InlineData(OrchestratorDemand.Ensure, OrchestratorPolicy.Delete)]
    [InlineData(OrchestratorDemand.Ensure, OrchestratorPolicy.Ignore)]
    [InlineData(OrchestratorDemand.Relaunch, Reuse)]
    public void Decide_noOrchestrator_spawnsOne(OrchestratorDemand demand, string strategy) =>
        OrchestratorPolicy.Decide(null, demand, strategy).ShouldBe(OrchestratorAction.Spawn);

    [Theory]
    [InlineData(Reuse, OrchestratorAction.Keep)]
    [InlineData(OrchestratorPolicy.Ignore, OrchestratorAction.Keep)]
    [InlineData(OrchestratorPolicy.Delete, OrchestratorAction.Replace)]
    public void Decide_ensureOfOneThatRuns_replacesItOnlyUnderDelete(string strategy, OrchestratorAction action) =>
        OrchestratorPolicy.Decide(Alive, OrchestratorDemand.Ensure, strategy).ShouldBe(action);

    [Theory]
    [InlineData(Reuse, OrchestratorAction.Restore)]
    [InlineData(OrchestratorPolicy.Ignore, OrchestratorAction.Replace)]
    [InlineData(OrchestratorPolicy.Delete, OrchestratorAction.Replace)]
    public void Decide_ensureOfOneThatDied_restoresItUnderReuse(string strategy, OrchestratorAction action)
    {
        OrchestratorPolicy.Decide(Dead, OrchestratorDemand.Ensure, strategy).ShouldBe(action);
        OrchestratorPolicy.Decide(Killed, OrchestratorDemand.Ensure, strategy).ShouldBe(action);
    }

    [Fact]
    public void Decide_ensureOfOneThatFinished_refusesToRestoreIt()
    {
        Should.Throw<AtheneException>(() => OrchestratorPolicy.Decide(Done, OrchestratorDemand.Ensure, Reuse)).Type
            .ShouldBe(ErrorTypes.SessionNotRestorable);
        OrchestratorPolicy.Decide(Done, OrchestratorDemand.Ensure, OrchestratorPolicy.Ignore).ShouldBe(OrchestratorAction.Replace);
        OrchestratorPolicy.Decide(Done, OrchestratorDemand.Relaunch, Reuse).ShouldBe(OrchestratorAction.Replace);
    }

    [Fact]
    public void Decide_relaunch_replacesWhateverIsThere()
    {
        OrchestratorPolicy.Decide(Alive, OrchestratorDemand.Relaunch, Reuse).ShouldBe(OrchestratorAction.Replace);
        OrchestratorPolicy.Decide(Dead, OrchestratorDemand.Relaunch, Reuse).ShouldBe(OrchestratorAction.Replace);
    }

    [Fact]
    public void Decide_oneThatAnotherOperationHolds_waits() =>
        OrchestratorPolicy.Decide(Alive with { HeldBy = "kill-app-orchestrator" }, OrchestratorDemand.Relaunch, Reuse).ShouldBe(OrchestratorAction.Wait);

    [Fact]
    public void Decide_remainsOfASpawn_areReplaced() =>
        OrchestratorPolicy.Decide(Alive with { Runtime = null }, OrchestratorDemand.Ensure, Reuse).ShouldBe(OrchestratorAction.Replace);

    [Theory]
    [InlineData(RuntimeState.Unknown)]
    [InlineData(RuntimeState.ProbeFailed)]
    public void Decide_runtimeThatNobodyCouldLookAt_countsAsAlive(RuntimeState state)
    {
        var unseen = Alive with { Lifecycle = Alive.Lifecycle with { Runtime = Alive.Lifecycle.Runtime with { State = state } } };

        OrchestratorPolicy.Decide(unseen, OrchestratorDemand.Ensure, Reuse).ShouldBe(OrchestratorAction.Keep);
    }
}
