using System.Diagnostics;
using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 26 and 34: orchestrators and several processes or operations, one after the other or side by side.</summary>
public sealed class OrchestratorProcessCases
{
    [Fact]
    public async Task Case026_EnsureInTwoProcesses_makesOne()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = "pause:CreateWorkspace:before" });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        await using var other = await SecondService.StartAsync(athene);
        var first = athene.Api.EnsuredAsync("app", AgentScripts.Echo);
        await Within.TrueAsync(() => File.Exists(athene.MarkFile), "the first is creating its workspace");

        var second = other.Api.EnsuredAsync("app", AgentScripts.Echo);
        await Within.TrueAsync(
            async () => (await athene.Api.EventsAsync(project: "app", kind: "session.orchestrator_conflict")).Count > 0, "the second waits");
        File.Delete(athene.MarkFile);

        (await second).CreatedAt.ShouldBe((await first).CreatedAt);
        (await athene.Api.EventsAsync(project: "app", kind: "session.orchestrator_conflict")).ShouldHaveSingleItem();
        (await athene.Api.EventsAsync(project: "app", kind: "session.spawn_failed")).ShouldBeEmpty();
        (await athene.Api.EventsAsync(project: "app", kind: "session.spawned")).ShouldHaveSingleItem();
        (await athene.Machine.TerminalsAsync()).ShouldBe(["app-orchestrator"]);
    }

    [Fact]
    public async Task Case034_ProcessThatDiesAfterReserving_leavesAnOrchestratorWithinThirtySeconds()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = "kill:ReserveSession:after" });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        var started = Stopwatch.GetTimestamp();

        // The request dies with the service, and is repeated against the one that takes its place.
        var session = await athene.Api.EnsuredAsync("app", AgentScripts.Echo);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        File.Exists($"{athene.MarkFile}-killed-done").ShouldBeTrue("the fault never struck");
        session.Id.ShouldBe("app-orchestrator");
        (await athene.Machine.TerminalsAsync()).ShouldBe([session.Id]);
        (await athene.Api.EventsAsync(project: "app", kind: "session.spawned")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ensure_leaseOfAnOperationThatNeverBegan_takesItOver()
    {
        await using var athene = Installation.Prepare();
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        var store = new StateStore(athene);
        var record = JsonNode.Parse((await store.ReadAsync("project-app"))!)!;
        record["orchestratorLease"] = new JsonObject { ["operationId"] = "orchestrator-gone", ["demand"] = "ensure", ["holder"] = "elsewhere:1" };
        await store.WriteAsync("project-app", record.ToJsonString());

        (await athene.Api.EnsuredAsync("app", AgentScripts.Echo)).Id.ShouldBe("app-orchestrator");

        JsonNode.Parse((await store.ReadAsync("project-app"))!)!["orchestratorLease"].ShouldBeNull();
        (await athene.Api.EventsAsync(project: "app", kind: "session.orchestrator_conflict")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ensure_whileSomebodyEndsIt_waitsAndBringsItBack()
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = "pause:KeepWork:before" });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        var first = await athene.Api.EnsuredAsync("app", AgentScripts.Echo);
        var kill = athene.Api.KilledAsync(first.Id);
        await Within.TrueAsync(() => File.Exists(athene.MarkFile), "the kill paused");

        var ensure = athene.Api.EnsuredAsync("app");
        await Within.TrueAsync(
            async () => JsonNode.Parse((await new StateStore(athene).ReadAsync("project-app"))!)!["orchestratorLease"] is not null, "the ensure began");
        File.Delete(athene.MarkFile);

        (await kill).Cleaned.ShouldBeTrue();
        var second = await ensure;
        second.RestoredAt.ShouldNotBeNull();
        second.Lifecycle.Session.State.ShouldBe(SessionState.Working);
        (await athene.Machine.TerminalsAsync()).ShouldBe([first.Id]);
    }
}
